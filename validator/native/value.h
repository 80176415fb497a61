/* Read a document by a form, and hand out what the rules read of it. */
#ifndef ASKFIRST_VALUE_H
#define ASKFIRST_VALUE_H

#include "text.h"

typedef struct {
    const Form *form;
    Cursor cursor;
} Reader;

/* Each of these reads a value. `kept` is where a new reference goes to, or NULL if nobody asks for
   the value; without success nothing is there. `told` gets the text by which values that differ
   are told apart, or stays empty. Without success an exception is set if memory ran out, and none
   if the value is not taken. */
bool read_value(Reader *reader, int number, PyObject **kept, Span *told);
bool read_object(Reader *reader, const Node *node, PyObject **kept, Span *told);

/* Read a document that stands alone, in the same way. */
bool read_document(const Form *form, const unsigned char *start, Py_ssize_t size, PyObject **kept);

#endif
