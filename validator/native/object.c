#include "value.h"

#define MOST_OTHERS 8

/* What is known of an object while it is read. */
typedef struct {
    const Node *node;
    PyObject *kept;
    uint64_t seen;
    Py_ssize_t next; /* the member that is looked for first */
    Span key;
    Span others[MOST_OTHERS];
    Py_ssize_t other_count;
} Object;

/* Read a member that the schema does not name. */
static bool read_other(Reader *reader, Object *object)
{
    const Node *node = object->node;
    Span name, told = {0};
    if (node->names == NOTHING || object->other_count == MOST_OTHERS)
        return false;
    if (!take_fitting(&reader->cursor, &reader->form->automata[node->names], &name)
        || name.size > node->most)
        return false;
    for (Py_ssize_t n = 0; n < object->other_count; n++)
        if (is_same(&object->others[n], &name))
            return false;
    object->others[object->other_count++] = name;
    return take(&reader->cursor, ':') && read_value(reader, node->other, NULL, &told);
}

static bool read_known(Reader *reader, Object *object, const Member *member)
{
    Py_ssize_t at = member - object->node->members;
    PyObject *value = NULL;
    bool kept = object->kept && member->kept;
    Span told = {0};
    if (object->seen & (uint64_t)1 << at || !take(&reader->cursor, ':'))
        return false;
    object->seen |= (uint64_t)1 << at;
    object->next = at + 1;
    if (!read_value(reader, member->node, kept ? &value : NULL, &told))
        return false;
    if (at == object->node->key)
        object->key = told;
    if (!kept)
        return true;
    int failed = PyDict_SetItem(object->kept, member->name, value);
    Py_DECREF(value);
    return failed == 0;
}

static bool read_member(Reader *reader, Object *object)
{
    const Member *member = take_one_of(&reader->cursor, object->node, object->next);
    return member ? read_known(reader, object, member) : read_other(reader, object);
}

static bool read_members(Reader *reader, Object *object)
{
    const Node *node = object->node;
    if (!take(&reader->cursor, '{'))
        return false;
    if (!take(&reader->cursor, '}')) {
        do {
            if (!read_member(reader, object))
                return false;
        } while (take(&reader->cursor, ','));
        if (!take(&reader->cursor, '}'))
            return false;
    }
    for (Py_ssize_t n = 0; n < node->choice_count; n++)
        if (!(object->seen & node->choices[n]))
            return false;
    return (object->seen & node->required) == node->required;
}

bool read_object(Reader *reader, const Node *node, PyObject **kept, Span *told)
{
    Object object = {.node = node};
    if (kept && !(object.kept = PyDict_New()))
        return false;
    if (!read_members(reader, &object)) {
        Py_XDECREF(object.kept);
        return false;
    }
    *told = object.key;
    if (kept)
        *kept = object.kept;
    return true;
}
