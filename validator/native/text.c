#include "text.h"

#include <string.h>

#define NONE (-1)

static bool is_following(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* How many bytes a character beyond ASCII has; 0 if it is none (RFC 3629). */
static int character_size(const Cursor *cursor)
{
    const unsigned char *at = cursor->at;
    Py_ssize_t left = cursor->end - at;
    if (left < 2 || !is_following(at[1]))
        return 0;
    if (at[0] >= 0xC2 && at[0] <= 0xDF)
        return 2;
    if (left < 3 || !is_following(at[2]))
        return 0;
    if (at[0] >= 0xE0 && at[0] <= 0xEF) /* neither too long nor a surrogate */
        return (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) ? 0 : 3;
    if (left < 4 || !is_following(at[3]) || at[0] < 0xF0 || at[0] > 0xF4)
        return 0;
    return (at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] > 0x8F) ? 0 : 4;
}

static int hex_digit(unsigned char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* Take the u of an escape and its four digits; NONE if they are none. */
static int take_unit(Cursor *cursor)
{
    int unit = 0;
    if (cursor->end - cursor->at < 5 || *cursor->at != 'u')
        return NONE;
    for (int n = 1; n < 5; n++) {
        int digit = hex_digit(cursor->at[n]);
        if (digit < 0)
            return NONE;
        unit = unit * 16 + digit;
    }
    cursor->at += 5;
    return unit;
}

/* Take what follows a backslash; a surrogate has to have the other one. */
static int take_escape(Cursor *cursor)
{
    static const char written[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    if (cursor->at == cursor->end || *cursor->at == 0)
        return NONE;
    const char *known = strchr(written, *cursor->at);
    if (known) {
        cursor->at++;
        return meant[known - written];
    }
    int unit = take_unit(cursor);
    if (unit < 0xD800 || unit > 0xDFFF)
        return unit;
    if (unit > 0xDBFF || cursor->at == cursor->end || *cursor->at++ != '\\')
        return NONE;
    int low = take_unit(cursor);
    return low < 0xDC00 || low > 0xDFFF ? NONE : 0x10000 + ((unit - 0xD800) << 10) + low - 0xDC00;
}

/* Take one character of a text; NONE where none is. */
static int take_character(Cursor *cursor)
{
    if (cursor->at == cursor->end || *cursor->at < 0x20)
        return NONE;
    if (*cursor->at < 0x80)
        return *cursor->at++ == '\\' ? take_escape(cursor) : cursor->at[-1];
    int size = character_size(cursor);
    int found = size ? cursor->at[0] & (0x7F >> size) : NONE;
    for (int n = 1; n < size; n++)
        found = found << 6 | (cursor->at[n] & 0x3F);
    cursor->at += size;
    return found;
}

static bool is_simple(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

bool take_text(Cursor *cursor, Span *found)
{
    if (!take(cursor, '"'))
        return false;
    *found = (Span){.start = cursor->at};
    for (;;) {
        while (cursor->at < cursor->end && is_simple(*cursor->at))
            cursor->at++;
        if (cursor->at == cursor->end)
            return false;
        if (*cursor->at == '"')
            break;
        found->is_escaped |= *cursor->at == '\\';
        if (take_character(cursor) == NONE)
            return false;
    }
    found->size = cursor->at - found->start;
    cursor->at++;
    return true;
}

bool take_fitting(Cursor *cursor, const Automaton *automaton, Span *found)
{
    unsigned state = 1;
    if (!take(cursor, '"'))
        return false;
    const unsigned char *at = cursor->at;
    while (at < cursor->end && *at < COLUMNS && *at != '"')
        state = automaton->steps[state * COLUMNS + *at++];
    if (at == cursor->end || *at != '"' || !automaton->ends[state])
        return false;
    *found = (Span){.start = cursor->at, .size = at - cursor->at};
    cursor->at = at + 1;
    return true;
}

const Member *take_one_of(Cursor *cursor, const Node *node, Py_ssize_t first)
{
    if (next_of(cursor) != '"')
        return NULL;
    const unsigned char *at = cursor->at + 1;
    Py_ssize_t left = cursor->end - at;
    for (Py_ssize_t n = 0; n < node->count; n++, first++) {
        const Member *member = &node->members[first < node->count ? first : first - node->count];
        if (member->size < left && at[member->size] == '"'
            && memcmp(member->text, at, (size_t)member->size) == 0) {
            cursor->at = at + member->size + 1;
            return member;
        }
    }
    return NULL;
}

static int two_digits(const unsigned char *at)
{
    return (at[0] - '0') * 10 + at[1] - '0';
}

static bool is_of_form(const Span *text)
{
    static const char form[] = "0000-00-00T00:00:00Z";
    if (text->size != (Py_ssize_t)sizeof form - 1)
        return false;
    for (Py_ssize_t n = 0; n < text->size; n++) {
        unsigned char byte = text->start[n];
        if (form[n] == '0' ? byte < '0' || byte > '9' : byte != (unsigned char)form[n])
            return false;
    }
    return true;
}

/* A second of a day that the calendar has; there is no year 0, and no second 60. */
bool is_instant(const Span *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!is_of_form(text))
        return false;
    const unsigned char *at = text->start;
    int year = two_digits(at) * 100 + two_digits(at + 2);
    int month = two_digits(at + 5), day = two_digits(at + 8);
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (year < 1 || month < 1 || month > 12 || day < 1)
        return false;
    if (day > days[month - 1] + (leap && month == 2))
        return false;
    return two_digits(at + 11) < 24 && two_digits(at + 14) < 60 && two_digits(at + 17) < 60;
}

bool is_same(const Span *one, const Span *other)
{
    if (one->size == 0 || other->size == 0)
        return one->size == other->size;
    if (!one->is_escaped && !other->is_escaped)
        return one->size == other->size
            && memcmp(one->start, other->start, (size_t)one->size) == 0;
    Cursor here = {one->start, one->start + one->size};
    Cursor there = {other->start, other->start + other->size};
    while (here.at < here.end && there.at < there.end) {
        int character = take_character(&here);
        if (character == NONE) /* no text that was taken; in doubt it is the same */
            return true;
        if (character != take_character(&there))
            return false;
    }
    return here.at == here.end && there.at == there.end;
}
