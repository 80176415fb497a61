/* The tables of a schema: nodes, words and automata. They are made in Python, by
   askfirst.catalog.native.tables, and are checked here before anything is read by them. */
#ifndef ASKFIRST_FORM_H
#define ASKFIRST_FORM_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>

#define NOTHING (-1)
#define COLUMNS 128
#define MOST_MEMBERS 63
#define MOST_CHOICES 4
#define MOST_NODES 4096

typedef enum { TEXT, WORD, LIST, OBJECT, EITHER } Kind;

/* Steps from each state by each byte; state 0 is that of no text that fits, state 1 the first. */
typedef struct {
    const unsigned char *steps;
    const unsigned char *ends;
} Automaton;

/* A name or a word; the text belongs to the tables. */
typedef struct {
    PyObject *name;
    const char *text;
    Py_ssize_t size;
    int node;
    bool kept;
} Member;

typedef struct {
    Kind kind;
    Py_ssize_t least, most;
    int automaton;
    bool instant, unique;
    int entry, key;
    int names, other;
    int as_text, as_list, as_object;
    Member *members;
    Py_ssize_t count;
    uint64_t required;
    uint64_t choices[MOST_CHOICES];
    Py_ssize_t choice_count;
} Node;

typedef struct {
    PyObject_HEAD
    PyObject *tables; /* holds every text and every automaton that is pointed to */
    Node *nodes;
    Py_ssize_t node_count;
    Automaton *automata;
    Py_ssize_t automaton_count;
} Form;

/* Fill a form, which is all zeros, from the tables; without success an exception is set. */
bool form_fill(Form *form, PyObject *tables);
void form_clear(Form *form);

#endif
