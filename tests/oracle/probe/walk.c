/* walk.c -- what an import does to the collector's counters, event by event.
 *
 * Loaded by the dynamic linker like probe.c, it wakes up when the interpreter
 * opens the program named in $WALK_PROGRAM, and writes one line per event to
 * $WALK_LOG from the program's first instruction on:
 *
 *   P ...            the state when the program begins (see put_start)
 *   A n e size new   container number n was allocated (e: with an exception set; new: list() and dict() look at no free list)
 *   F n kind         container n died (-1: one from before), kind: see below
 *   B                the eval loop looked whether a collection is due
 *   T tag            whose doing what follows is: the module being imported
 *   G n n ...        these have become garbage that only a collection can free
 *   C                the code of a module died
 *   U ring held kind at the end: a container that is not counted will die with the ring of the G line of that number,
 *                    unless (held: 1) the code of the module lives longer, of which it is a constant
 *   K n kind         at the end: container n lives
 *   M n name         at the end: container n is the module of that name
 *
 * Kinds: l list, d dict, t<k> tuple of length k (what free lists may keep), and
 * o for all else.  Free lists are kept empty while recording, so that every
 * birth and death shows; who replays the walk keeps free lists of his own.
 * Collections are switched off; who replays decides when they come.
 */
#define _GNU_SOURCE
#include "compat.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static enum { WAITING, ARMED, RECORDING, ENDED } state = WAITING;
static const char *program;
static FILE *out;
static int busy;

/* ---- containers by the address of their block ---------------------------- */

#define SLOTS (1u << 21)
typedef struct { uintptr_t block; int number; int garbage; int constant; } Entry;
static Entry *table;
static int numbers;

static Entry *slot_of(uintptr_t block)
{
    uint32_t i = (uint32_t)((block >> 4) * 2654435761u) & (SLOTS - 1);
    while (table[i].block != 0 && table[i].block != block)
        i = (i + 1) & (SLOTS - 1);
    return &table[i];
}

static Entry *known(uintptr_t block)
{
    Entry *entry = slot_of(block);
    return entry->block && entry->number >= 0 ? entry : NULL;
}

static void put_kind(uintptr_t block)
{
    PyObject *op = (PyObject *)(block + 16);
    if (Py_TYPE(op) == &PyTuple_Type && PyTuple_GET_SIZE(op) <= 20)
        fprintf(out, "t%zd\n", PyTuple_GET_SIZE(op));
    else
        fputs(Py_TYPE(op) == &PyList_Type ? "l\n" : Py_TYPE(op) == &PyDict_Type ? "d\n" : "o\n", out);
}

/* ---- events -------------------------------------------------------------- */

static uintptr_t pending;           /* the block allocated last, container or not */
static size_t pending_size;
static int pending_error, pending_new, pending_constant, called_type, last_count;
static char tag[300];

static void finish(void);
static void look_for_garbage(int soon);

static int *count(void) { return &gc_state()->generations[0].count; }

/* Whose doing this is: the innermost module being imported, and whether the
 * path to it is being looked up for the first time. */
static void put_tag(void)
{
    char now[300] = "-";
    const char *part = "";
    PyThreadState *ts = _PyThreadState_GET();
    int innermost = 1;
    pending_constant = 0;
    for (_PyInterpreterFrame *f = ts->cframe->current_frame; f != NULL; f = f->previous) {
        if (f->owner == FRAME_OWNED_BY_CSTACK || f->f_code == NULL || !PyCode_Check(f->f_code))
            continue;
        const char *name = PyUnicode_AsUTF8(f->f_code->co_name);
        if (innermost && strcmp(name, "_compile_bytecode") == 0)
            pending_constant = 1;
        innermost = 0;
        if (name[0] != '_')
            continue;
        if (strcmp(name, "_path_importer_cache") == 0)
            part = ">path";
        else if (strcmp(name, "_fill_cache") == 0)
            part = ">fill";
        else if (strcmp(name, "_find_and_load") == 0) {
            snprintf(now, sizeof now, "%s%s", PyUnicode_AsUTF8(f->localsplus[0]), part);
            break;
        }
    }
    if (strcmp(now, "walk_ends_here") == 0) {
        look_for_garbage(1);
        finish();
    }
    if (strcmp(now, tag) != 0) {
        look_for_garbage(1);
        strcpy(tag, now);
        fprintf(out, "T %s\n", tag);
    }
}


static void resolve(int frees)
{
    PyInterpreterState *interp = _PyInterpreterState_GET();
    int now = *count() + frees;
    if (pending && now > last_count) {
        Entry *entry = slot_of(pending);
        entry->block = pending;
        entry->number = numbers++;
        entry->constant = pending_constant;
        fprintf(out, "A %d %d %zu %d\n", entry->number, pending_error, pending_size, pending_new);
    }
    pending = 0;
    last_count = *count();
    if (interp->ceval.gc_scheduled._value == 0) {
        fputs("B\n", out);
        interp->ceval.gc_scheduled._value = 1;
        interp->ceval.eval_breaker._value = 1;
        look_for_garbage(0);
    }
}

static void allocated(void *p, size_t size)
{
    pending = (uintptr_t)p;
    pending_size = size;
    pending_new = called_type;
    called_type = 0;
    pending_error = _PyThreadState_GET()->current_exception != NULL;
    put_tag();
}

/* Whether a word is the address of a type whose objects the collector knows. The
 * word may be anything, so it is followed with care. */
static int is_container_type(uintptr_t word)
{
    uintptr_t type = 0, flags = 0;
    struct iovec here[2] = {{&type, 8}, {&flags, 8}};
    struct iovec there[2] = {{(void *)(word + 8), 8}, {(void *)(word + offsetof(PyTypeObject, tp_flags)), 8}};
    if (word & 7 || word < 4096 || process_vm_readv(getpid(), here, 2, there, 2, 0) != 16)
        return 0;
    return type == (uintptr_t)&PyType_Type && flags & Py_TPFLAGS_HAVE_GC;
}

/* Whether what is being freed right after it was allocated looks like a container. */
static int looks_like_container(uintptr_t p)
{
    return (*(Py_ssize_t *)(p + 16) == 0 && is_container_type(*(uintptr_t *)(p + 24)))
        || (*(Py_ssize_t *)(p + 32) == 0 && is_container_type(*(uintptr_t *)(p + 40)));
}

static void freed(void *p)
{
    uintptr_t block = (uintptr_t)p;
    Entry *entry = known(block);
    int diff = *count() - last_count, container;
    if (entry)
        container = 1;
    else if (diff != 0 || !pending)
        container = diff < 0;
    else
        container = looks_like_container(block);
    resolve(container);
    if (!container)
        return;
    entry = known(block);
    put_tag();
    fprintf(out, "F %d o\n", entry ? entry->number : -1);
    if (entry)
        entry->number = -1;
}

static PyMemAllocatorEx base;

static void *hook_malloc(void *ctx, size_t size)
{
    if (state != RECORDING || busy)
        return base.malloc(base.ctx, size);
    resolve(0);
    void *p = base.malloc(base.ctx, size);
    allocated(p, size);
    return p;
}

static void *hook_calloc(void *ctx, size_t n, size_t each)
{
    if (state != RECORDING || busy)
        return base.calloc(base.ctx, n, each);
    resolve(0);
    void *p = base.calloc(base.ctx, n, each);
    allocated(p, n * each);
    return p;
}

static void *hook_realloc(void *ctx, void *old, size_t size)
{
    if (state != RECORDING || busy)
        return base.realloc(base.ctx, old, size);
    resolve(0);
    Entry *entry = old ? known((uintptr_t)old) : NULL;
    int number = entry ? entry->number : -1;
    if (entry)
        entry->number = -1;
    void *p = base.realloc(base.ctx, old, size);
    if (number >= 0) {
        entry = slot_of((uintptr_t)p);
        entry->block = (uintptr_t)p;
        entry->number = number;
    }
    return p;
}

static void hook_free(void *ctx, void *p)
{
    if (state == RECORDING && !busy && p != NULL)
        freed(p);
    base.free(base.ctx, p);
}

/* ---- free lists: kept empty ---------------------------------------------- */

static void died(PyObject *op, const char *kind)
{
    resolve(0);
    put_tag();
    Entry *entry = known((uintptr_t)op - 16);
    fprintf(out, "F %d %s\n", entry ? entry->number : -1, kind);
    if (entry)
        entry->number = -1;
}

static destructor list_base, dict_base, tuple_base, code_base;

static void list_dealloc(PyObject *op)
{
    list_base(op);
    int *kept = &_PyInterpreterState_GET()->list.numfree;
    if (state == RECORDING && *kept > 0) {
        *kept = 0;
        died(op, "l");
    }
}

static void dict_dealloc(PyObject *op)
{
    dict_base(op);
    int *kept = &_PyInterpreterState_GET()->dict_state.numfree;
    if (state == RECORDING && *kept > 0) {
        *kept = 0;
        died(op, "d");
    }
}

static void tuple_dealloc(PyObject *op)
{
    Py_ssize_t length = PyTuple_GET_SIZE(op);
    tuple_base(op);
    struct _Py_tuple_state *tuples = &_PyInterpreterState_GET()->tuple;
    if (state == RECORDING && length > 0 && length <= 20 && tuples->numfree[length - 1] > 0) {
        char kind[8];
        tuples->numfree[length - 1] = 0;
        tuples->free_list[length - 1] = NULL;
        snprintf(kind, sizeof kind, "t%zd", length);
        died(op, kind);
    }
}

static void code_dealloc(PyObject *op)
{
    int module = strcmp(PyUnicode_AsUTF8(((PyCodeObject *)op)->co_name), "<module>") == 0;
    code_base(op);
    if (state != RECORDING || !module)
        return;
    resolve(0);
    put_tag();
    fputs("C\n", out);
}

/* Calling the type allocates the object first of all, whatever the free list keeps. */
static vectorcallfunc list_call, dict_call;

static PyObject *call_list(PyObject *type, PyObject *const *args, size_t nargsf, PyObject *names)
{
    called_type = 1;
    PyObject *made = list_call(type, args, nargsf, names);
    called_type = 0;
    return made;
}

static PyObject *call_dict(PyObject *type, PyObject *const *args, size_t nargsf, PyObject *names)
{
    called_type = 1;
    PyObject *made = dict_call(type, args, nargsf, names);
    called_type = 0;
    return made;
}

/* ---- garbage ------------------------------------------------------------- */

typedef struct { uintptr_t op; Py_ssize_t refs; int reached; } Mark;
static Mark *marks;
static uintptr_t *queue;
static size_t queued;
static long checked_at;
#define MARKS (1u << 20)

static Mark *mark_of(uintptr_t op)
{
    uint32_t i = (uint32_t)((op >> 4) * 2654435761u) & (MARKS - 1);
    while (marks[i].op != 0 && marks[i].op != op)
        i = (i + 1) & (MARKS - 1);
    return &marks[i];
}

static int visit_subtract(PyObject *op, void *unused)
{
    Mark *mark = mark_of((uintptr_t)op);
    if (mark->op)
        mark->refs--;
    return 0;
}

static int visit_reach(PyObject *op, void *unused)
{
    Mark *mark = mark_of((uintptr_t)op);
    if (mark->op && !mark->reached) {
        mark->reached = 1;
        queue[queued++] = (uintptr_t)op;
    }
    return 0;
}

/* Tuples, lists and dicts that are no garbage for the collector, either because it
 * does not watch them or because a code object holds them, but that die with the
 * garbage: nothing else holds them. */
#define DYING (1u << 18)
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
static Mark dying[DYING];
static struct member { PyObject *op; int ring; } garbage[10000];
static size_t garbage_count;
static int rings;

static int visit_dying(PyObject *op, void *number)
{
    int ring = *(int *)number, keeps = PyTuple_CheckExact(op) || PyList_CheckExact(op) || PyDict_CheckExact(op);
    if ((!keeps && !PyCode_Check(op)) || is_immortal(op))
        return 0;
    Entry *entry = keeps ? known((uintptr_t)op - 16) : NULL;
    if (entry && entry->garbage)
        return 0;                   /* garbage itself */
    uint32_t i = (uint32_t)(((uintptr_t)op >> 4) * 2654435761u) & (DYING - 1);
    while (dying[i].op != 0 && dying[i].op != (uintptr_t)op)
        i = (i + 1) & (DYING - 1);
    if (dying[i].op == 0) {
        dying[i].op = (uintptr_t)op;
        dying[i].refs = Py_REFCNT(op);
    }
    if (--dying[i].refs != 0)
        return 0;
    if (PyCode_Check(op)) {
        PyCodeObject *code = (PyCodeObject *)op;
        visit_dying(code->co_consts, number);
        visit_dying(code->co_names, number);
        visit_dying(code->co_localsplusnames, number);
        return 0;
    }
    fprintf(out, "U %d %d ", ring, entry != NULL && entry->constant);
    put_kind((uintptr_t)op - 16);
    return Py_TYPE(op)->tp_traverse(op, visit_dying, number);
}

/* A class holds its __slots__ and the table of its subclasses without showing them to the collector. */
static void visit_class(PyTypeObject *type, int *ring)
{
    PyObject *hidden[] = {((PyHeapTypeObject *)type)->ht_slots, (PyObject *)type->tp_subclasses};
    for (size_t i = 0; i < COUNT_OF(hidden); i++)
        if (hidden[i] != NULL)
            visit_dying(hidden[i], ring);
}

static void look_for_garbage(int soon)
{
    if (numbers - checked_at < (soon ? 1 : 20 + numbers / 400))
        return;
    checked_at = numbers;
    memset(marks, 0, MARKS * sizeof *marks);
    PyGC_Head *head = &gc_state()->generations[0].head;
    for (PyGC_Head *g = (PyGC_Head *)head->_gc_next; g != head; g = (PyGC_Head *)g->_gc_next) {
        PyObject *op = GC_OBJECT(g);
        Mark *mark = mark_of((uintptr_t)op);
        mark->op = (uintptr_t)op;
        mark->refs = Py_REFCNT(op);
    }
    for (PyGC_Head *g = (PyGC_Head *)head->_gc_next; g != head; g = (PyGC_Head *)g->_gc_next)
        Py_TYPE(GC_OBJECT(g))->tp_traverse(GC_OBJECT(g), visit_subtract, NULL);
    queued = 0;
    for (PyGC_Head *g = (PyGC_Head *)head->_gc_next; g != head; g = (PyGC_Head *)g->_gc_next)
        if (mark_of((uintptr_t)GC_OBJECT(g))->refs > 0)
            visit_reach(GC_OBJECT(g), NULL);
    while (queued > 0) {
        PyObject *op = (PyObject *)queue[--queued];
        Py_TYPE(op)->tp_traverse(op, visit_reach, NULL);
    }
    int some = 0;
    for (PyGC_Head *g = (PyGC_Head *)head->_gc_next; g != head; g = (PyGC_Head *)g->_gc_next) {
        PyObject *op = GC_OBJECT(g);
        Entry *entry = known((uintptr_t)op - header_size(op));
        if (mark_of((uintptr_t)op)->reached || (entry && entry->garbage))
            continue;
        fprintf(out, "%s %d", some++ ? "" : "G", entry ? entry->number : -1);
        if (garbage_count < COUNT_OF(garbage))
            garbage[garbage_count++] = (struct member){op, rings};
        if (entry)
            entry->garbage = 1;
    }
    if (some) {
        fputs("\n", out);
        rings++;
    }
}

/* ---- start and end ------------------------------------------------------- */

static long length_of(struct gc_generation *generation)
{
    long length = 0;
    PyGC_Head *head = &generation->head;
    if (head->_gc_next == 0)
        return 0;
    for (PyGC_Head *g = (PyGC_Head *)head->_gc_next; g != head; g = (PyGC_Head *)g->_gc_next)
        length++;
    return length;
}

static void put_start(void)
{
    struct _gc_runtime_state *gc = gc_state();
    PyInterpreterState *interp = _PyInterpreterState_GET();
    for (int g = 0; g < NUM_GENERATIONS; g++)
        fprintf(out, "P generation %d count %d objects %ld collections %zd collected %zd\n", g, gc->generations[g].count,
                length_of(&gc->generations[g]), gc->generation_stats[g].collections, gc->generation_stats[g].collected);
    fprintf(out, "P long_lived total %zd pending %zd permanent %ld\n", gc->long_lived_total, gc->long_lived_pending,
            length_of(&gc->permanent_generation));
    fprintf(out, "P free list %d dict %d keys %d float %d slice %d tuple", interp->list.numfree, interp->dict_state.numfree,
            interp->dict_state.keys_numfree, interp->float_state.numfree, interp->slice_cache != NULL);
    for (int i = 0; i < 20; i++)
        fprintf(out, " %d", interp->tuple.numfree[i]);
    fputs("\n", out);
    if (getenv("WALK_OBJECTS") == NULL)
        return;
    for (int number = 0; number < 2; number++) {
        PyGC_Head *head = &gc->generations[number].head;
        for (PyGC_Head *g = (PyGC_Head *)head->_gc_next; g != head; g = (PyGC_Head *)g->_gc_next) {
            PyObject *op = GC_OBJECT(g), *name = NULL;
            if (PyModule_Check(op))
                name = ((PyModuleObject *)op)->md_name;
            else if (PyFunction_Check(op))
                name = ((PyFunctionObject *)op)->func_qualname;
            else if (PyType_Check(op) && PyType_HasFeature((PyTypeObject *)op, Py_TPFLAGS_HEAPTYPE))
                name = ((PyHeapTypeObject *)op)->ht_qualname;
            fprintf(out, "P object %d %s %s\n", number, Py_TYPE(op)->tp_name,
                    name ? PyUnicode_AsUTF8(name) : PyCFunction_Check(op) ? ((PyCFunctionObject *)op)->m_ml->ml_name : "");
        }
    }
}

static void begin(void)
{
    PyInterpreterState *interp = _PyInterpreterState_GET();
    put_start();
    if (getenv("WALK_START_ONLY") != NULL) {
        fflush(out);
        state = ENDED;
        return;
    }
    gc_state()->generations[0].threshold = 0x7fffffff;     /* scheduled, it finds nothing to do */
    interp->list.numfree = interp->dict_state.numfree = 0;
    memset(&interp->tuple, 0, sizeof interp->tuple);
    list_base = PyList_Type.tp_dealloc, PyList_Type.tp_dealloc = list_dealloc;
    dict_base = PyDict_Type.tp_dealloc, PyDict_Type.tp_dealloc = dict_dealloc;
    tuple_base = PyTuple_Type.tp_dealloc, PyTuple_Type.tp_dealloc = tuple_dealloc;
    code_base = PyCode_Type.tp_dealloc, PyCode_Type.tp_dealloc = code_dealloc;
    list_call = PyList_Type.tp_vectorcall, PyList_Type.tp_vectorcall = call_list;
    dict_call = PyDict_Type.tp_vectorcall, PyDict_Type.tp_vectorcall = call_dict;
    *count() += 100000;
    last_count = *count();
    interp->ceval.gc_scheduled._value = 1;
    interp->ceval.eval_breaker._value = 1;
    state = RECORDING;
}

static PyObject *evaluate(PyThreadState *ts, _PyInterpreterFrame *frame, int throwing)
{
    if (state == ARMED && strcmp(PyUnicode_AsUTF8(frame->f_code->co_filename), program) == 0) {
        _PyInterpreterState_SetEvalFrameFunc(ts->interp, _PyEval_EvalFrameDefault);
        begin();
    }
    return _PyEval_EvalFrameDefault(ts, frame, throwing);
}

static void arm(void)
{
    PyMemAllocatorEx hook = {NULL, hook_malloc, hook_calloc, hook_realloc, hook_free};
    PyMem_GetAllocator(PYMEM_DOMAIN_OBJ, &base);
    PyMem_SetAllocator(PYMEM_DOMAIN_OBJ, &hook);
    _PyInterpreterState_SetEvalFrameFunc(PyInterpreterState_Main(), evaluate);
    state = ARMED;
}

/* The program ends its recording by importing walk_ends_here. */
static void finish(void)
{
    fprintf(out, "E %d\n", *count() - 100000);
    state = ENDED;
    /* Only now, when the modules have run and their code is gone, is it seen what the garbage alone holds. */
    /* What several rings hold dies with the last of them, so that the counts go on from ring to ring. */
    for (size_t i = 0; i < garbage_count; i++) {
        PyObject *op = garbage[i].op;
        Py_TYPE(op)->tp_traverse(op, visit_dying, &garbage[i].ring);
        if (PyType_Check(op) && PyType_HasFeature((PyTypeObject *)op, Py_TPFLAGS_HEAPTYPE))
            visit_class((PyTypeObject *)op, &garbage[i].ring);
    }
    for (uint32_t i = 0; i < SLOTS; i++) {
        if (table[i].block == 0 || table[i].number < 0)
            continue;
        fprintf(out, "K %d ", table[i].number);
        put_kind(table[i].block);
        PyObject *op = (PyObject *)(table[i].block + 16);
        if (Py_TYPE(op) == &PyModule_Type)
            fprintf(out, "M %d %s\n", table[i].number, PyUnicode_AsUTF8(((PyModuleObject *)op)->md_name));
    }
    fflush(out);
    _exit(0);
}

__attribute__((constructor)) static void load(void)
{
    const char *log = getenv("WALK_LOG");
    program = getenv("WALK_PROGRAM");
    if (log == NULL || program == NULL)
        return;
    program = strdup(program);
    table = calloc(SLOTS, sizeof *table);
    marks = calloc(MARKS, sizeof *marks);
    queue = calloc(MARKS, sizeof *queue);
    out = fopen(log, "w");
    unsetenv("LD_PRELOAD");
}

FILE *fopen(const char *path, const char *mode)
{
    FILE *(*next)(const char *, const char *) = (FILE *(*)(const char *, const char *))dlsym(RTLD_NEXT, "fopen64");
    if (out != NULL && state == WAITING && strcmp(path, program) == 0)
        arm();
    return next(path, mode);
}

__attribute__((destructor)) static void unload(void)
{
    if (out)
        fflush(out);
}
