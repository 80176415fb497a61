#include "value.h"

#define MOST_TOLD_APART 64

static bool keep(PyObject **kept, PyObject *value)
{
    *kept = value;
    return value != NULL;
}

static bool take_formed(Reader *reader, const Node *node, Span *text)
{
    if (node->automaton == NOTHING)
        return take_text(&reader->cursor, text);
    return take_fitting(&reader->cursor, &reader->form->automata[node->automaton], text);
}

static bool read_text(Reader *reader, const Node *node, PyObject **kept, Span *told)
{
    Span text;
    if (!take_formed(reader, node, &text) || text.size < node->least || text.size > node->most)
        return false;
    if (node->instant && !is_instant(&text))
        return false;
    *told = text;
    if (!kept)
        return true;
    if (text.is_escaped) /* nobody asks for a text that is only shown */
        return false;
    return keep(kept, PyUnicode_DecodeUTF8((const char *)text.start, text.size, NULL));
}

static bool read_word(Reader *reader, const Node *node, PyObject **kept, Span *told)
{
    const Member *word = take_one_of(&reader->cursor, node, 0);
    if (!word)
        return false;
    *told = (Span){(const unsigned char *)word->text, word->size, false};
    if (kept)
        *kept = Py_NewRef(word->name);
    return true;
}

/* Whether the last entry differs from those before; those that nothing tells apart do not. */
static bool is_told_apart(const Span *told, Py_ssize_t count)
{
    if (count == MOST_TOLD_APART)
        return false;
    for (Py_ssize_t n = 0; n < count; n++)
        if (is_same(&told[n], &told[count]))
            return false;
    return true;
}

/* Read an entry, and append it to the list if there is one. */
static bool read_entry(Reader *reader, const Node *node, PyObject *list, Span *told)
{
    PyObject *entry = NULL;
    *told = (Span){0};
    if (!read_value(reader, node->entry, list ? &entry : NULL, told))
        return false;
    if (!list)
        return true;
    int failed = PyList_Append(list, entry);
    Py_DECREF(entry);
    return failed == 0;
}

static bool read_entries(Reader *reader, const Node *node, PyObject *list)
{
    Span told[MOST_TOLD_APART + 1];
    Py_ssize_t count = 0;
    if (!take(&reader->cursor, '['))
        return false;
    if (take(&reader->cursor, ']'))
        return node->least <= 0;
    do {
        Span *place = &told[node->unique ? count : 0];
        if (!read_entry(reader, node, list, place))
            return false;
        if (node->unique && !is_told_apart(told, count))
            return false;
        count++;
    } while (take(&reader->cursor, ','));
    return take(&reader->cursor, ']') && count >= node->least && count <= node->most;
}

static bool read_list(Reader *reader, const Node *node, PyObject **kept)
{
    PyObject *list = NULL;
    if (kept && !(list = PyList_New(0)))
        return false;
    if (!read_entries(reader, node, list)) {
        Py_XDECREF(list);
        return false;
    }
    if (kept)
        *kept = list;
    return true;
}

static bool read_either(Reader *reader, const Node *node, PyObject **kept, Span *told)
{
    unsigned char first = next_of(&reader->cursor);
    int number = first == '"' ? node->as_text
        : first == '[' ? node->as_list
        : first == '{' ? node->as_object
        : NOTHING;
    return number != NOTHING && read_value(reader, number, kept, told);
}

bool read_value(Reader *reader, int number, PyObject **kept, Span *told)
{
    const Node *node = &reader->form->nodes[number];
    switch (node->kind) {
    case TEXT:
        return read_text(reader, node, kept, told);
    case WORD:
        return read_word(reader, node, kept, told);
    case LIST:
        return read_list(reader, node, kept);
    case OBJECT:
        return read_object(reader, node, kept, told);
    case EITHER:
        return read_either(reader, node, kept, told);
    }
    return false;
}

bool read_document(const Form *form, const unsigned char *start, Py_ssize_t size, PyObject **kept)
{
    Reader reader = {form, {start, start + size}};
    Span told = {0};
    PyObject *found = NULL;
    if (!read_value(&reader, 0, &found, &told))
        return false;
    if (next_of(&reader.cursor) != 0 || reader.cursor.at != reader.cursor.end) {
        Py_DECREF(found);
        return false;
    }
    *kept = found;
    return true;
}
