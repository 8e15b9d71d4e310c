# الذهاب إلى مكان في التسجيل: ما وُجد، أو لماذا لم يوجد شيء.

nothing-recorded = لا يوجد تسجيل بعد.
unreadable = تتعذّر قراءة هذا الجزء من التسجيل.

value = { $type } { $value }

collection-has-begun = بدأت عملية جمع: انتهت مرحلتها الأولى.
made = أُنشئ { $object }.
died = { $others ->
    [zero] مات { $object }.
    [one] مات { $object }، ومعه كائن آخر.
    [two] مات { $object }، ومعه كائنان آخران.
    [few] مات { $object }، ومعه { $others } كائنات أخرى.
    [many] مات { $object }، ومعه { $others } كائنًا آخر.
   *[other] مات { $object }، ومعه { $others } كائن آخر.
}
made-with-others = { $others ->
    [zero] أُنشئ { $object }.
    [one] أُنشئ { $object }، ومعه كائن آخر.
    [two] أُنشئ { $object }، ومعه كائنان آخران.
    [few] أُنشئ { $object }، ومعه { $others } كائنات أخرى.
    [many] أُنشئ { $object }، ومعه { $others } كائنًا آخر.
   *[other] أُنشئ { $object }، ومعه { $others } كائن آخر.
}
raised = أُطلق { $exception }: { $message }
raised-without-text = أُطلق { $exception }.
written = كُتب: `{ $text }`
line-end-written = كُتبت نهاية سطر.

block-changes = من { $size } بايت على العنوان { $address } تغيّر { $changed }، ابتداءً من البايت { $first }.
object-changes = من { $size } بايت على العنوان { $address } تغيّر { $changed }، ابتداءً من البايت { $first }، في { $object }.
pool-header = هنا ترويسة حوض، لا كتلة.
no-block = لا توجد كتلة على هذا العنوان.
immortal = { $object } خالد: لا يتغيّر عدد مراجعه أبدًا، ولا يموت أبدًا.
count-goes = تغيّر عدد مراجع { $object } من { $before } إلى { $now }.
count-goes-to-zero = تغيّر عدد مراجع { $object } من { $before } إلى 0: مات.
made-with-count = أُنشئ { $object }: عدد مراجعه { $count }.
now-names = صار `{ $name }` يشير إلى { $object }.
names-nothing = لم يعد `{ $name }` يشير إلى شيء.
call-not-active = الاستدعاء الذي كان له `{ $name }` غير نشط هنا.
name-stays = لا يتغيّر `{ $name }` بعد ذلك فيما سُجّل.
name-stayed = لم يتغيّر `{ $name }` من قبل.
name-stays-in-call = لا يتغيّر `{ $name }` بعد ذلك في هذا الاستدعاء للدالة `{ $function }()`.
name-stayed-in-call = لم يتغيّر `{ $name }` من قبل في هذا الاستدعاء للدالة `{ $function }()`.

no-such-step = لا توجد خطوة { $step }: ينتهي التسجيل عند الخطوة { $last }.
step-not-recorded = لم تُسجَّل الخطوة { $step } بعد: وصل التسجيل إلى الخطوة { $last }.
not-so-far = لا يصل التسجيل إلى هذا الحد.
at-the-end = هذه نهاية التسجيل.
no-further = لم يصل التسجيل إلى أبعد من هذا بعد (الخطوة { $last }).
at-the-beginning = هنا يبدأ البرنامج.
nothing-further-out = لم يقد إلى هنا أي استدعاء في البرنامج: لا شيء في الخارج.
does-not-run-times = { $times ->
    [zero] لا يُنفَّذ السطر { $line } فيما سُجّل.
    [one] لا يُنفَّذ السطر { $line } فيما سُجّل.
    [two] لا يُنفَّذ السطر { $line } فيما سُجّل مرتين.
    [few] لا يُنفَّذ السطر { $line } فيما سُجّل { $times } مرات.
    [many] لا يُنفَّذ السطر { $line } فيما سُجّل { $times } مرة.
   *[other] لا يُنفَّذ السطر { $line } فيما سُجّل { $times } مرة.
}

no-line-further-out = { $place ->
    [after] لا يوجد بعد هذا سطر في الخارج.
   *[so-far] لا يوجد بعد هذا سطر في الخارج فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
no-breakpoint = { $place ->
    [before] لا توجد نقطة توقف، فلا شيء منها قبل هذا.
    [after] لا توجد نقطة توقف، فلا شيء منها بعد هذا.
   *[so-far] لا توجد نقطة توقف، فلا شيء منها بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
line-does-not-run = { $place ->
    [before] لا يُنفَّذ السطر { $line } قبل هذا.
    [after] لا يُنفَّذ السطر { $line } بعد هذا.
   *[so-far] لا يُنفَّذ السطر { $line } بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
line-never-with = { $place ->
    [before] لا يُنفَّذ السطر { $line } والشرط `{ $condition }` محقَّق قبل هذا.
    [after] لا يُنفَّذ السطر { $line } والشرط `{ $condition }` محقَّق بعد هذا.
   *[so-far] لا يُنفَّذ السطر { $line } والشرط `{ $condition }` محقَّق بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
no-breakpoint-reached = { $place ->
    [before] لا يصل التنفيذ إلى أي نقطة توقف قبل هذا.
    [after] لا يصل التنفيذ إلى أي نقطة توقف بعد هذا.
   *[so-far] لا يصل التنفيذ إلى أي نقطة توقف بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
no-collection-runs = { $place ->
    [before] لا تجري أي عملية جمع قبل هذا.
    [after] لا تجري أي عملية جمع بعد هذا.
   *[so-far] لا تجري أي عملية جمع بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
no-collection-begins = { $place ->
    [before] لا تبدأ أي عملية جمع قبل هذا.
    [after] لا تبدأ أي عملية جمع بعد هذا.
   *[so-far] لا تبدأ أي عملية جمع بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
nothing-made = { $place ->
    [before] لا يُنشأ أي كائن قبل هذا.
    [after] لا يُنشأ أي كائن بعد هذا.
   *[so-far] لا يُنشأ أي كائن بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
nothing-dies = { $place ->
    [before] لا يموت أي كائن قبل هذا.
    [after] لا يموت أي كائن بعد هذا.
   *[so-far] لا يموت أي كائن بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
does-not-die = { $place ->
    [before] لا يموت { $object } قبل هذا.
    [after] لا يموت { $object } بعد هذا.
   *[so-far] لا يموت { $object } بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
nothing-raised = { $place ->
    [before] لا يُطلق أي استثناء قبل هذا.
    [after] لا يُطلق أي استثناء بعد هذا.
   *[so-far] لا يُطلق أي استثناء بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
nothing-written = { $place ->
    [before] لا يُكتب شيء قبل هذا.
    [after] لا يُكتب شيء بعد هذا.
   *[so-far] لا يُكتب شيء بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
name-does-not-change = { $place ->
    [before] لا يتغيّر `{ $name }` قبل هذا.
    [after] لا يتغيّر `{ $name }` بعد هذا.
   *[so-far] لا يتغيّر `{ $name }` بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
count-does-not-change = { $place ->
    [before] لا يتغيّر عدد مراجع { $object } قبل هذا.
    [after] لا يتغيّر عدد مراجع { $object } بعد هذا.
   *[so-far] لا يتغيّر عدد مراجع { $object } بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
block-does-not-change = { $place ->
    [before] لا يتغيّر شيء في هذه الكتلة قبل هذا.
    [after] لا يتغيّر شيء في هذه الكتلة بعد هذا.
   *[so-far] لا يتغيّر شيء في هذه الكتلة بعد هذا فيما سُجّل حتى الآن (إلى الخطوة { $last }).
}
