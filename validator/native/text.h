/* Read the tokens of JSON (RFC 8259), strictly, and never beyond the end. */
#ifndef ASKFIRST_TEXT_H
#define ASKFIRST_TEXT_H

#include "form.h"

/* What is left to be read. */
typedef struct {
    const unsigned char *at;
    const unsigned char *end;
} Cursor;

/* A text as it is written between its quotation marks. */
typedef struct {
    const unsigned char *start;
    Py_ssize_t size;
    bool is_escaped;
} Span;

/* The next byte that is no white space, or 0 at the end. */
static inline unsigned char next_of(Cursor *cursor)
{
    while (cursor->at < cursor->end) {
        unsigned char byte = *cursor->at;
        if (byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t')
            return byte;
        cursor->at++;
    }
    return 0;
}

/* Take white space and one byte, if it is this one. */
static inline bool take(Cursor *cursor, unsigned char wanted)
{
    if (next_of(cursor) != wanted || cursor->at == cursor->end)
        return false;
    cursor->at++;
    return true;
}

/* Take a text, whose first quotation mark is next. */
bool take_text(Cursor *cursor, Span *found);

/* Take a text without escapes in ASCII that an automaton takes. */
bool take_fitting(Cursor *cursor, const Automaton *automaton, Span *found);

/* Take one of the names or words of a node, looked for from this one on; NULL if none is next. */
const Member *take_one_of(Cursor *cursor, const Node *node, Py_ssize_t first);

/* Whether a text of ASCII is a second of a day that the calendar has. */
bool is_instant(const Span *text);
/* Whether two texts that were taken hold the same characters. */
bool is_same(const Span *one, const Span *other);

#endif
