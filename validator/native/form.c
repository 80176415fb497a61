#include "form.h"

static bool refuse(const char *why)
{
    PyErr_SetString(PyExc_ValueError, why);
    return false;
}

static bool fill_automaton(Automaton *automaton, PyObject *one)
{
    PyObject *steps, *ends;
    if (!PyTuple_Check(one) || !PyArg_ParseTuple(one, "SS", &steps, &ends))
        return PyErr_Occurred() ? false : refuse("an automaton is a tuple");
    Py_ssize_t states = PyBytes_GET_SIZE(ends);
    if (states < 2 || PyBytes_GET_SIZE(steps) != states * COLUMNS)
        return refuse("an automaton has a step for each byte of each state");
    automaton->steps = (const unsigned char *)PyBytes_AS_STRING(steps);
    automaton->ends = (const unsigned char *)PyBytes_AS_STRING(ends);
    for (Py_ssize_t n = 0; n < states * COLUMNS; n++)
        if (automaton->steps[n] >= states)
            return refuse("a step of an automaton leads to no state");
    return true;
}

/* Names and words are compared as they are written, so they have nothing that needs an escape. */
static bool is_written_as_is(const Member *member)
{
    for (Py_ssize_t n = 0; n < member->size; n++) {
        unsigned char byte = (unsigned char)member->text[n];
        if (byte < 0x20 || byte >= 0x7F || byte == '"' || byte == '\\')
            return false;
    }
    return true;
}

static bool fill_member(Member *member, PyObject *one)
{
    int kept;
    if (!PyTuple_Check(one) || !PyArg_ParseTuple(one, "Uip", &member->name, &member->node, &kept))
        return PyErr_Occurred() ? false : refuse("a member is a tuple");
    member->kept = kept;
    member->text = PyUnicode_AsUTF8AndSize(member->name, &member->size);
    if (!member->text)
        return false;
    return is_written_as_is(member) || refuse("a name has a character that needs an escape");
}

static bool fill_members(Node *node, PyObject *members)
{
    Py_ssize_t count = PyTuple_GET_SIZE(members);
    if (node->kind == OBJECT && count > MOST_MEMBERS)
        return refuse("an object has too many members");
    node->members = PyMem_Calloc((size_t)count + 1, sizeof(Member));
    if (!node->members) {
        PyErr_NoMemory();
        return false;
    }
    for (node->count = 0; node->count < count; node->count++)
        if (!fill_member(&node->members[node->count], PyTuple_GET_ITEM(members, node->count)))
            return false;
    return true;
}

static bool fill_choices(Node *node, PyObject *choices)
{
    node->choice_count = PyTuple_GET_SIZE(choices);
    if (node->choice_count > MOST_CHOICES)
        return refuse("an object has too many choices");
    for (Py_ssize_t n = 0; n < node->choice_count; n++) {
        node->choices[n] = PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(choices, n));
        if (PyErr_Occurred())
            return false;
    }
    return true;
}

static bool fill_node(Node *node, PyObject *one)
{
    int kind, instant, unique;
    unsigned long long required;
    PyObject *members, *choices;
    if (!PyTuple_Check(one))
        return refuse("a node is a tuple");
    if (!PyArg_ParseTuple(one, "innipipiO!KO!iiiii", &kind, &node->least, &node->most,
                          &node->automaton, &instant, &node->entry, &unique, &node->key,
                          &PyTuple_Type, &members, &required, &PyTuple_Type, &choices,
                          &node->names, &node->other, &node->as_text, &node->as_list,
                          &node->as_object))
        return false;
    if (kind < TEXT || kind > EITHER)
        return refuse("a node is of no kind");
    node->kind = (Kind)kind;
    node->instant = instant;
    node->unique = unique;
    node->required = required;
    return fill_members(node, members) && fill_choices(node, choices);
}

/* A node leads to nodes after it only, so that reading comes to an end. */
static bool leads_on(const Form *form, Py_ssize_t at, int to, bool needed)
{
    return (to == NOTHING && !needed) || (to > at && to < form->node_count);
}

static bool has_automaton(const Form *form, int number, bool needed)
{
    return (number == NOTHING && !needed) || (number >= 0 && number < form->automaton_count);
}

static bool is_sound(const Form *form, Py_ssize_t at)
{
    const Node *node = &form->nodes[at];
    if (node->kind == OBJECT)
        for (Py_ssize_t n = 0; n < node->count; n++)
            if (!leads_on(form, at, node->members[n].node, true))
                return false;
    return leads_on(form, at, node->entry, node->kind == LIST)
        && leads_on(form, at, node->other, node->names != NOTHING)
        && leads_on(form, at, node->as_text, false)
        && leads_on(form, at, node->as_list, false)
        && leads_on(form, at, node->as_object, false)
        && has_automaton(form, node->automaton, false)
        && has_automaton(form, node->names, node->other != NOTHING)
        && node->key >= NOTHING && node->key < node->count;
}

static bool fill_all(Form *form, PyObject *nodes, PyObject *automata)
{
    for (Py_ssize_t n = 0; n < form->automaton_count; n++)
        if (!fill_automaton(&form->automata[n], PyTuple_GET_ITEM(automata, n)))
            return false;
    for (Py_ssize_t n = 0; n < form->node_count; n++)
        if (!fill_node(&form->nodes[n], PyTuple_GET_ITEM(nodes, n)))
            return false;
    for (Py_ssize_t n = 0; n < form->node_count; n++)
        if (!is_sound(form, n))
            return refuse("a node names what there is not");
    return true;
}

bool form_fill(Form *form, PyObject *tables)
{
    PyObject *nodes, *automata;
    if (!PyArg_ParseTuple(tables, "O!O!", &PyTuple_Type, &nodes, &PyTuple_Type, &automata))
        return false;
    Py_INCREF(tables);
    form->tables = tables;
    form->node_count = PyTuple_GET_SIZE(nodes);
    form->automaton_count = PyTuple_GET_SIZE(automata);
    if (form->node_count < 1 || form->node_count > MOST_NODES)
        return refuse("tables have some nodes, and not too many");
    form->nodes = PyMem_Calloc((size_t)form->node_count, sizeof(Node));
    form->automata = PyMem_Calloc((size_t)form->automaton_count + 1, sizeof(Automaton));
    if (!form->nodes || !form->automata) {
        PyErr_NoMemory();
        return false;
    }
    return fill_all(form, nodes, automata);
}

void form_clear(Form *form)
{
    for (Py_ssize_t n = 0; form->nodes && n < form->node_count; n++)
        PyMem_Free(form->nodes[n].members);
    PyMem_Free(form->nodes);
    PyMem_Free(form->automata);
    form->nodes = NULL;
    form->automata = NULL;
    Py_CLEAR(form->tables);
}
