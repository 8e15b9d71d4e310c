//! The types that lie in the data segment: one row each, as `type.__basicsize__` and its neighbours print them in 3.12.1.
//!
//! The version-tag bit of the flags is left out (it comes and goes at run time), and so is the heap-type bit of the types
//! that extension modules make at import.

use crate::kind::Kind;

/// What the data segment says about one builtin type.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// `tp_name`: with the module, unless that is `builtins`.
    pub name: &'static str,
    /// `tp_base`; `object` names itself.
    pub base: StaticType,
    /// The layout family of its instances.
    pub kind: Kind,
    /// `tp_basicsize` in bytes.
    pub basic_size: u32,
    /// `tp_itemsize` in bytes.
    pub item_size: u32,
    /// `tp_flags`.
    pub flags: u32,
    /// `tp_dictoffset` in bytes; −1 for a managed dict.
    pub dict_offset: i32,
    /// `tp_weaklistoffset` in bytes; −32 for a managed list.
    pub weaklist_offset: i32,
}

macro_rules! static_types {
    ($($variant:ident $name:literal $base:ident $kind:ident $basic:literal $item:literal $flags:literal $dict:literal $weak:literal;)*) => {
        /// A type of the data segment.
        #[allow(missing_docs, reason = "the names are the types' own")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum StaticType {
            $($variant,)*
        }

        /// Every static type, in the order in which they lie in memory: a base before its subclasses.
        pub const ALL: &[StaticType] = &[$(StaticType::$variant,)*];

        /// One row per static type, in the same order.
        pub const ROWS: &[Row] = &[$(Row {
            name: $name,
            base: StaticType::$base,
            kind: Kind::$kind,
            basic_size: $basic,
            item_size: $item,
            flags: $flags,
            dict_offset: $dict,
            weaklist_offset: $weak,
        },)*];
    };
}

static_types! {
    Object "object" Object Object 16 0 0x1502 0 0;
    Type "type" Object Type 920 40 0x80805d02 264 368;
    NoneType "NoneType" Object Singleton 16 0 0x1102 0 0;
    Ellipsis "ellipsis" Object Singleton 16 0 0x1102 0 0;
    NotImplementedType "NotImplementedType" Object Singleton 16 0 0x1102 0 0;
    Int "int" Object Int 24 4 0x1401502 0 0;
    Bool "bool" Int Int 24 4 0x1401102 0 0;
    Float "float" Object Float 24 0 0x401502 0 0;
    Complex "complex" Object Complex 32 0 0x1502 0 0;
    Str "str" Object Str 64 0 0x10401502 0 0;
    Bytes "bytes" Object Bytes 33 1 0x8401502 0 0;
    ByteArray "bytearray" Object ByteArray 56 0 0x401502 0 0;
    MemoryView "memoryview" Object MemoryView 144 8 0x5122 0 136;
    ManagedBuffer "managedbuffer" Object ManagedBuffer 112 0 0x5182 0 0;
    List "list" Object List 40 0 0x2405522 0 0;
    Tuple "tuple" Object Tuple 24 8 0x4405522 0 0;
    Dict "dict" Object Dict 48 0 0x20405542 0 0;
    Set "set" Object Set 200 0 0x405502 0 192;
    FrozenSet "frozenset" Object Set 200 0 0x405502 0 192;
    Range "range" Object Range 48 0 0x1122 0 0;
    Slice "slice" Object Slice 40 0 0x5102 0 0;
    Function "function" Object Function 144 0 0x25902 88 96;
    BuiltinFunction "builtin_function_or_method" Object BuiltinFunction 56 0 0x5982 0 40;
    Method "method" Object Method 48 0 0x5902 0 32;
    MethodDescriptor "method_descriptor" Object MethodDescriptor 56 0 0x25982 0 0;
    WrapperDescriptor "wrapper_descriptor" Object WrapperDescriptor 56 0 0x25182 0 0;
    MethodWrapper "method-wrapper" Object MethodWrapper 32 0 0x5182 0 0;
    GetSetDescriptor "getset_descriptor" Object GetSetDescriptor 48 0 0x5182 0 0;
    MemberDescriptor "member_descriptor" Object MemberDescriptor 48 0 0x5182 0 0;
    ClassMethodDescriptor "classmethod_descriptor" Object ClassMethodDescriptor 56 0 0x5182 0 0;
    Property "property" Object Property 64 0 0x5502 0 0;
    StaticMethod "staticmethod" Object StaticMethod 32 0 0x5502 24 0;
    ClassMethod "classmethod" Object ClassMethod 32 0 0x5502 24 0;
    Super "super" Object Super 40 0 0x5502 0 0;
    Cell "cell" Object Cell 24 0 0x5102 0 0;
    Code "code" Object Code 192 2 0x1102 0 144;
    Frame "frame" Object Frame 120 8 0x5182 0 0;
    Traceback "traceback" Object Traceback 40 0 0x5102 0 0;
    Generator "generator" Object Generator 144 8 0x5182 0 16;
    Coroutine "coroutine" Object Generator 144 8 0x5182 0 16;
    CoroutineWrapper "coroutine_wrapper" Object Native 24 0 0x5182 0 0;
    AsyncGenerator "async_generator" Object Generator 144 8 0x5182 0 16;
    AsyncGenASend "async_generator_asend" Object Native 40 0 0x5182 0 0;
    AsyncGenAThrow "async_generator_athrow" Object Native 40 0 0x5182 0 0;
    Module "module" Object Module 56 0 0x5502 16 40;
    MappingProxy "mappingproxy" Object MappingProxy 24 0 0x5142 0 0;
    DictKeys "dict_keys" Object DictView 24 0 0x5182 0 0;
    DictValues "dict_values" Object DictView 24 0 0x5182 0 0;
    DictItems "dict_items" Object DictView 24 0 0x5182 0 0;
    DictKeyIterator "dict_keyiterator" Object DictIterator 56 0 0x5182 0 0;
    DictValueIterator "dict_valueiterator" Object DictIterator 56 0 0x5182 0 0;
    DictItemIterator "dict_itemiterator" Object DictIterator 56 0 0x5182 0 0;
    DictReverseKeyIterator "dict_reversekeyiterator" Object DictIterator 56 0 0x5182 0 0;
    DictReverseValueIterator "dict_reversevalueiterator" Object DictIterator 56 0 0x5182 0 0;
    DictReverseItemIterator "dict_reverseitemiterator" Object DictIterator 56 0 0x5182 0 0;
    ListIterator "list_iterator" Object ListIterator 32 0 0x5182 0 0;
    ListReverseIterator "list_reverseiterator" Object ListReverseIterator 32 0 0x5182 0 0;
    TupleIterator "tuple_iterator" Object TupleIterator 32 0 0x5182 0 0;
    StrAsciiIterator "str_ascii_iterator" Object StrIterator 32 0 0x5182 0 0;
    StrIterator "str_iterator" Object StrIterator 32 0 0x5182 0 0;
    BytesIterator "bytes_iterator" Object BytesIterator 32 0 0x5182 0 0;
    ByteArrayIterator "bytearray_iterator" Object ByteArrayIterator 32 0 0x5182 0 0;
    MemoryIterator "memory_iterator" Object Native 48 0 0x5182 0 0;
    RangeIterator "range_iterator" Object RangeIterator 40 0 0x1182 0 0;
    LongRangeIterator "longrange_iterator" Object LongRangeIterator 40 0 0x1182 0 0;
    SetIterator "set_iterator" Object SetIterator 48 0 0x5182 0 0;
    CallableIterator "callable_iterator" Object CallableIterator 32 0 0x5182 0 0;
    SequenceIterator "iterator" Object SequenceIterator 32 0 0x5182 0 0;
    Enumerate "enumerate" Object Enumerate 56 0 0x5502 0 0;
    Reversed "reversed" Object Reversed 32 0 0x5502 0 0;
    Zip "zip" Object Zip 48 0 0x5502 0 0;
    Map "map" Object Map 32 0 0x5502 0 0;
    Filter "filter" Object Filter 32 0 0x5502 0 0;
    WeakReference "weakref.ReferenceType" Object WeakReference 64 0 0x5d02 0 0;
    WeakProxy "weakref.ProxyType" Object WeakReference 64 0 0x5182 0 0;
    WeakCallableProxy "weakref.CallableProxyType" Object WeakReference 64 0 0x5182 0 0;
    GenericAlias "types.GenericAlias" Object GenericAlias 64 0 0x5d02 0 40;
    GenericAliasIterator "generic_alias_iterator" Object Native 24 0 0x5182 0 0;
    UnionType "types.UnionType" Object UnionType 32 0 0x5182 0 0;
    SimpleNamespace "types.SimpleNamespace" Object SimpleNamespace 24 0 0x5502 16 0;
    StructSequenceVersionInfo "sys.version_info" Tuple Tuple 24 8 0x44051a2 0 0;
    StructSequenceFlags "sys.flags" Tuple Tuple 24 8 0x44051a2 0 0;
    StructSequenceHashInfo "sys.hash_info" Tuple Tuple 24 8 0x4405122 0 0;
    StructSequenceIntInfo "sys.int_info" Tuple Tuple 24 8 0x4405122 0 0;
    StructSequenceFloatInfo "sys.float_info" Tuple Tuple 24 8 0x4405122 0 0;
    StructSequenceThreadInfo "sys.thread_info" Tuple Tuple 24 8 0x4405122 0 0;
    StructSequenceTime "time.struct_time" Tuple Tuple 24 8 0x4405020 0 0;
    StructSequenceUnraisable "UnraisableHookArgs" Tuple Tuple 24 8 0x4405122 0 0;
    Context "_contextvars.Context" Object Native 48 0 0x5102 0 32;
    ContextVar "_contextvars.ContextVar" Object Native 64 0 0x5102 0 0;
    Token "_contextvars.Token" Object Native 48 0 0x5102 0 0;
    PickleBuffer "pickle.PickleBuffer" Object Native 104 0 0x5102 0 96;
    TypeVar "typing.TypeVar" Object Native 64 0 0x5118 -1 -32;
    TypeVarTuple "typing.TypeVarTuple" Object Native 24 0 0x5118 -1 -32;
    ParamSpec "typing.ParamSpec" Object Native 40 0 0x5118 -1 -32;
    ParamSpecArgs "typing.ParamSpecArgs" Object Native 24 0 0x5108 0 -32;
    ParamSpecKwargs "typing.ParamSpecKwargs" Object Native 24 0 0x5108 0 -32;
    TypeAliasType "typing.TypeAliasType" Object Native 56 0 0x5102 0 0;
    Generic "typing.Generic" Object Object 16 0 0x5400 0 0;
    OrderedDict "collections.OrderedDict" Dict OrderedDict 112 0 0x20405542 96 104;
    OrderedDictIterator "odict_iterator" Object Native 64 0 0x5182 0 0;
    OrderedDictKeys "odict_keys" DictKeys DictView 24 0 0x5102 0 0;
    OrderedDictValues "odict_values" DictValues DictView 24 0 0x5102 0 0;
    OrderedDictItems "odict_items" DictItems DictView 24 0 0x5102 0 0;
    Deque "collections.deque" Object Deque 216 0 0x5520 0 208;
    DequeIterator "collections._deque_iterator" Object Native 56 0 0x5100 0 0;
    DequeReverseIterator "collections._deque_reverse_iterator" Object Native 56 0 0x5100 0 0;
    DefaultDict "collections.defaultdict" Dict DefaultDict 56 0 0x20405540 0 0;
    TupleGetter "collections._tuplegetter" Object Native 32 0 0x5100 0 0;
    Array "array.array" Object Array 64 0 0x5520 0 48;
    ArrayIterator "array.arrayiterator" Object Native 40 0 0x5180 0 0;
    Decimal "decimal.Decimal" Object Native 104 0 0x1500 0 0;
    DecimalContext "decimal.Context" Object Native 96 0 0x1500 0 0;
    SignalDictMixin "decimal.SignalDictMixin" Object Native 24 0 0x1500 0 0;
    DecimalContextManager "decimal.ContextManager" Object Native 32 0 0x1180 0 0;
    Date "datetime.date" Object Native 32 0 0x1500 0 0;
    Time "datetime.time" Object Native 40 0 0x1500 0 0;
    DateTime "datetime.datetime" Date Native 48 0 0x1500 0 0;
    TimeDelta "datetime.timedelta" Object Native 40 0 0x1500 0 0;
    TzInfo "datetime.tzinfo" Object Native 16 0 0x1500 0 0;
    TimeZone "datetime.timezone" TzInfo Native 32 0 0x1100 0 0;
    IsoCalendarDate "datetime.IsoCalendarDate" Tuple Tuple 32 8 0x4405120 0 0;
    RandomGenerator "_random.Random" Object Native 2520 0 0x1500 0 0;
    Partial "functools.partial" Object Partial 64 0 0x5d00 40 48;
    LruCacheWrapper "functools._lru_cache_wrapper" Object LruCache 152 0 0x25100 136 144;
    LruListElement "functools._lru_list_elem" Object Native 56 0 0x1180 0 0;
    CmpToKey "functools.KeyWrapper" Object Native 32 0 0x5180 0 0;
    ItemGetter "operator.itemgetter" Object Native 48 0 0x5900 0 0;
    AttrGetter "operator.attrgetter" Object Native 40 0 0x5900 0 0;
    MethodCaller "operator.methodcaller" Object Native 40 0 0x5100 0 0;
    StringIO "_io.StringIO" Object Native 168 0 0x5500 144 152;
    BytesIO "_io.BytesIO" Object Native 64 0 0x5500 40 48;
    BytesIOBuffer "_io._BytesIOBuffer" Object Native 24 0 0x5180 0 0;
    TextIOWrapper "_io.TextIOWrapper" Object Native 200 0 0x5500 184 176;
    Lock "_thread.lock" Object Native 40 0 0x5180 0 24;
    RLock "_thread.RLock" Object Native 48 0 0x5500 0 40;
    ItertoolsGrouper "itertools._grouper" Object Native 32 0 0x5100 0 0;
    ItertoolsTee "itertools._tee" Object Native 48 0 0x5100 0 32;
    ItertoolsTeeDataobject "itertools._tee_dataobject" Object Native 496 0 0x5100 0 0;
    ItertoolsAccumulate "itertools.accumulate" Object Native 56 0 0x5500 0 0;
    ItertoolsBatched "itertools.batched" Object Native 32 0 0x5500 0 0;
    ItertoolsChain "itertools.chain" Object Native 32 0 0x5500 0 0;
    ItertoolsCombinations "itertools.combinations" Object Native 56 0 0x5500 0 0;
    ItertoolsCombinationsWithReplacement "itertools.combinations_with_replacement" Object Native 56 0 0x5500 0 0;
    ItertoolsCompress "itertools.compress" Object Native 32 0 0x5500 0 0;
    ItertoolsCount "itertools.count" Object Native 40 0 0x5500 0 0;
    ItertoolsCycle "itertools.cycle" Object Native 48 0 0x5500 0 0;
    ItertoolsDropwhile "itertools.dropwhile" Object Native 40 0 0x5500 0 0;
    ItertoolsFilterfalse "itertools.filterfalse" Object Native 32 0 0x5500 0 0;
    ItertoolsGroupby "itertools.groupby" Object Native 72 0 0x5500 0 0;
    ItertoolsIslice "itertools.islice" Object Native 56 0 0x5500 0 0;
    ItertoolsPairwise "itertools.pairwise" Object Native 32 0 0x5500 0 0;
    ItertoolsPermutations "itertools.permutations" Object Native 64 0 0x5500 0 0;
    ItertoolsProduct "itertools.product" Object Native 48 0 0x5500 0 0;
    ItertoolsRepeat "itertools.repeat" Object Native 32 0 0x5500 0 0;
    ItertoolsStarmap "itertools.starmap" Object Native 32 0 0x5500 0 0;
    ItertoolsTakewhile "itertools.takewhile" Object Native 40 0 0x5500 0 0;
    ItertoolsZipLongest "itertools.zip_longest" Object Native 56 0 0x5500 0 0;
    RegexPattern "re.Pattern" Object Native 96 4 0x5180 0 64;
    RegexMatch "re.Match" Object Native 88 8 0x5180 0 0;
    RegexScanner "_sre.SRE_Scanner" Object Native 240 0 0x5180 0 0;
    Struct "_struct.Struct" Object Native 56 0 0x5500 0 48;
    JsonScanner "_json.Scanner" Object Native 72 0 0x5500 0 0;
    BaseException "BaseException" Object Exception 72 0 0x40005502 16 0;
    BaseExceptionGroup "BaseExceptionGroup" BaseException Exception 88 0 0x40005502 16 0;
    ExceptionGroup "ExceptionGroup" BaseExceptionGroup Exception 88 0 0x40005408 16 -32;
    Exception "Exception" BaseException Exception 72 0 0x40005502 16 0;
    ArithmeticError "ArithmeticError" Exception Exception 72 0 0x40005502 16 0;
    FloatingPointError "FloatingPointError" ArithmeticError Exception 72 0 0x40005502 16 0;
    OverflowError "OverflowError" ArithmeticError Exception 72 0 0x40005502 16 0;
    ZeroDivisionError "ZeroDivisionError" ArithmeticError Exception 72 0 0x40005502 16 0;
    AssertionError "AssertionError" Exception Exception 72 0 0x40005502 16 0;
    AttributeError "AttributeError" Exception Exception 88 0 0x40005502 16 0;
    BufferError "BufferError" Exception Exception 72 0 0x40005502 16 0;
    EOFError "EOFError" Exception Exception 72 0 0x40005502 16 0;
    ImportError "ImportError" Exception Exception 104 0 0x40005502 16 0;
    ModuleNotFoundError "ModuleNotFoundError" ImportError Exception 104 0 0x40005502 16 0;
    LookupError "LookupError" Exception Exception 72 0 0x40005502 16 0;
    IndexError "IndexError" LookupError Exception 72 0 0x40005502 16 0;
    KeyError "KeyError" LookupError Exception 72 0 0x40005502 16 0;
    MemoryError "MemoryError" Exception Exception 72 0 0x40005502 16 0;
    NameError "NameError" Exception Exception 80 0 0x40005502 16 0;
    UnboundLocalError "UnboundLocalError" NameError Exception 80 0 0x40005502 16 0;
    OSError "OSError" Exception Exception 112 0 0x40005502 16 0;
    BlockingIOError "BlockingIOError" OSError Exception 112 0 0x40005502 16 0;
    ChildProcessError "ChildProcessError" OSError Exception 112 0 0x40005502 16 0;
    ConnectionError "ConnectionError" OSError Exception 112 0 0x40005502 16 0;
    BrokenPipeError "BrokenPipeError" ConnectionError Exception 112 0 0x40005502 16 0;
    ConnectionAbortedError "ConnectionAbortedError" ConnectionError Exception 112 0 0x40005502 16 0;
    ConnectionRefusedError "ConnectionRefusedError" ConnectionError Exception 112 0 0x40005502 16 0;
    ConnectionResetError "ConnectionResetError" ConnectionError Exception 112 0 0x40005502 16 0;
    FileExistsError "FileExistsError" OSError Exception 112 0 0x40005502 16 0;
    FileNotFoundError "FileNotFoundError" OSError Exception 112 0 0x40005502 16 0;
    InterruptedError "InterruptedError" OSError Exception 112 0 0x40005502 16 0;
    IsADirectoryError "IsADirectoryError" OSError Exception 112 0 0x40005502 16 0;
    NotADirectoryError "NotADirectoryError" OSError Exception 112 0 0x40005502 16 0;
    PermissionError "PermissionError" OSError Exception 112 0 0x40005502 16 0;
    ProcessLookupError "ProcessLookupError" OSError Exception 112 0 0x40005502 16 0;
    TimeoutError "TimeoutError" OSError Exception 112 0 0x40005502 16 0;
    ReferenceError "ReferenceError" Exception Exception 72 0 0x40005502 16 0;
    RuntimeError "RuntimeError" Exception Exception 72 0 0x40005502 16 0;
    NotImplementedError "NotImplementedError" RuntimeError Exception 72 0 0x40005502 16 0;
    RecursionError "RecursionError" RuntimeError Exception 72 0 0x40005502 16 0;
    StopAsyncIteration "StopAsyncIteration" Exception Exception 72 0 0x40005502 16 0;
    StopIteration "StopIteration" Exception Exception 80 0 0x40005502 16 0;
    SyntaxError "SyntaxError" Exception Exception 136 0 0x40005502 16 0;
    IndentationError "IndentationError" SyntaxError Exception 136 0 0x40005502 16 0;
    TabError "TabError" IndentationError Exception 136 0 0x40005502 16 0;
    SystemError "SystemError" Exception Exception 72 0 0x40005502 16 0;
    TypeError "TypeError" Exception Exception 72 0 0x40005502 16 0;
    ValueError "ValueError" Exception Exception 72 0 0x40005502 16 0;
    UnicodeError "UnicodeError" ValueError Exception 72 0 0x40005502 16 0;
    UnicodeDecodeError "UnicodeDecodeError" UnicodeError Exception 112 0 0x40005502 16 0;
    UnicodeEncodeError "UnicodeEncodeError" UnicodeError Exception 112 0 0x40005502 16 0;
    UnicodeTranslateError "UnicodeTranslateError" UnicodeError Exception 112 0 0x40005502 16 0;
    Warning "Warning" Exception Exception 72 0 0x40005502 16 0;
    BytesWarning "BytesWarning" Warning Exception 72 0 0x40005502 16 0;
    DeprecationWarning "DeprecationWarning" Warning Exception 72 0 0x40005502 16 0;
    EncodingWarning "EncodingWarning" Warning Exception 72 0 0x40005502 16 0;
    FutureWarning "FutureWarning" Warning Exception 72 0 0x40005502 16 0;
    ImportWarning "ImportWarning" Warning Exception 72 0 0x40005502 16 0;
    PendingDeprecationWarning "PendingDeprecationWarning" Warning Exception 72 0 0x40005502 16 0;
    ResourceWarning "ResourceWarning" Warning Exception 72 0 0x40005502 16 0;
    RuntimeWarning "RuntimeWarning" Warning Exception 72 0 0x40005502 16 0;
    SyntaxWarning "SyntaxWarning" Warning Exception 72 0 0x40005502 16 0;
    UnicodeWarning "UnicodeWarning" Warning Exception 72 0 0x40005502 16 0;
    UserWarning "UserWarning" Warning Exception 72 0 0x40005502 16 0;
    GeneratorExit "GeneratorExit" BaseException Exception 72 0 0x40005502 16 0;
    KeyboardInterrupt "KeyboardInterrupt" BaseException Exception 72 0 0x40005502 16 0;
    Profiler "_lsprof.Profiler" Object Native 80 0 0x5500 0 0;
    NdArray "_numpy.buffer" Object Native 96 0 0x1500 0 72;
    NdScalar "_numpy.scalar" Object Native 24 0 0x1500 0 0;
    SystemExit "SystemExit" BaseException Exception 80 0 0x40005502 16 0;
    AsyncGenWrappedValue "async_generator_wrapped_value" Object Native 24 0 0x5182 0 0;
    AnextAwaitable "anext_awaitable" Object Native 32 0 0x5182 0 0;
    StructSequenceAsyncgenHooks "asyncgen_hooks" Tuple Tuple 24 8 0x4405122 0 0;
}

/// The types that extension modules make at import, and the one that start-up makes as a `class` statement would
/// (`_PyExc_InitTypes`, Objects/exceptions.c).
pub(super) const MADE_BY_MODULES: &[StaticType] = &[
    StaticType::ExceptionGroup,
    StaticType::Profiler,
    StaticType::NdArray,
    StaticType::NdScalar,
    StaticType::Array,
    StaticType::ArrayIterator,
    StaticType::RandomGenerator,
    StaticType::JsonScanner,
    StaticType::Deque,
    StaticType::DequeIterator,
    StaticType::DequeReverseIterator,
    StaticType::DefaultDict,
    StaticType::TupleGetter,
    StaticType::StringIO,
    StaticType::BytesIO,
    StaticType::BytesIOBuffer,
    StaticType::CmpToKey,
    StaticType::Partial,
    StaticType::LruCacheWrapper,
    StaticType::LruListElement,
    StaticType::ItemGetter,
    StaticType::AttrGetter,
    StaticType::MethodCaller,
    StaticType::ItertoolsAccumulate,
    StaticType::ItertoolsBatched,
    StaticType::ItertoolsCombinations,
    StaticType::ItertoolsCombinationsWithReplacement,
    StaticType::ItertoolsCycle,
    StaticType::ItertoolsDropwhile,
    StaticType::ItertoolsTakewhile,
    StaticType::ItertoolsIslice,
    StaticType::ItertoolsStarmap,
    StaticType::ItertoolsChain,
    StaticType::ItertoolsCompress,
    StaticType::ItertoolsFilterfalse,
    StaticType::ItertoolsCount,
    StaticType::ItertoolsPairwise,
    StaticType::ItertoolsPermutations,
    StaticType::ItertoolsProduct,
    StaticType::ItertoolsRepeat,
    StaticType::ItertoolsZipLongest,
    StaticType::ItertoolsGroupby,
    StaticType::ItertoolsGrouper,
    StaticType::ItertoolsTee,
    StaticType::ItertoolsTeeDataobject,
];

/// The types of the data segment that extension modules make ready when they are imported.
pub(super) const READIED_BY_MODULES: &[StaticType] = &[
    StaticType::Decimal,
    StaticType::DecimalContext,
    StaticType::SignalDictMixin,
    StaticType::DecimalContextManager,
    StaticType::Date,
    StaticType::Time,
    StaticType::DateTime,
    StaticType::TimeDelta,
    StaticType::TzInfo,
    StaticType::TimeZone,
    StaticType::IsoCalendarDate,
];
