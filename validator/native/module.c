#include "value.h"

static int form_init(PyObject *self, PyObject *args, PyObject *names)
{
    Form *form = (Form *)self;
    if (names && PyDict_GET_SIZE(names) > 0) {
        PyErr_SetString(PyExc_TypeError, "the tables have no names");
        return -1;
    }
    form_clear(form);
    if (form_fill(form, args))
        return 0;
    form_clear(form); /* nothing is read by half a form */
    return -1;
}

static void form_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    form_clear((Form *)self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *form_read(PyObject *self, PyObject *data)
{
    const Form *form = (const Form *)self;
    PyObject *kept = NULL;
    if (!PyBytes_CheckExact(data)) {
        PyErr_SetString(PyExc_TypeError, "a document is read from bytes");
        return NULL;
    }
    if (!form->tables || !form->nodes) {
        PyErr_SetString(PyExc_ValueError, "the form has no tables");
        return NULL;
    }
    const unsigned char *start = (const unsigned char *)PyBytes_AS_STRING(data);
    if (read_document(form, start, PyBytes_GET_SIZE(data), &kept))
        return kept;
    if (PyErr_Occurred())
        return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"read", form_read, METH_O, "Return what the rules read of a document, or None."},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "The tables of a schema, by which documents are read: Form(nodes, automata)."},
    {Py_tp_new, PyType_GenericNew},
    {Py_tp_init, form_init},
    {Py_tp_dealloc, form_dealloc},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "askfirst.catalog.native._reader.Form",
    .basicsize = sizeof(Form),
    .flags = Py_TPFLAGS_DEFAULT,
    .slots = slots,
};

static int fill_module(PyObject *module)
{
    PyObject *type = PyType_FromSpec(&spec);
    if (!type)
        return -1;
    int failed = PyModule_AddObjectRef(module, "Form", type);
    Py_DECREF(type);
    return failed;
}

static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, fill_module},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_reader",
    .m_doc = "Read documents by the tables of their schema.",
    .m_size = 0,
    .m_slots = module_slots,
};

PyMODINIT_FUNC PyInit__reader(void)
{
    return PyModuleDef_Init(&definition);
}
