nothing-recorded = अभी कोई रिकॉर्डिंग नहीं है।
unreadable = रिकॉर्डिंग का यह हिस्सा पढ़ा नहीं जा सकता।

value = { $type } { $value }

collection-has-begun = एक कलेक्शन शुरू हो गया: उसका पहला चरण पूरा हुआ।
made = { $object } बनता है।
died = { $others ->
    [0] { $object } मरता है।
    [one] { $object } मरता है, और उसके साथ एक और ऑब्जेक्ट।
   *[other] { $object } मरता है, और उसके साथ { $others } और ऑब्जेक्ट।
}
made-with-others = { $others ->
    [0] { $object } बनता है।
    [one] { $object } बनता है, और उसके साथ एक और ऑब्जेक्ट।
   *[other] { $object } बनता है, और उसके साथ { $others } और ऑब्जेक्ट।
}
raised = { $exception } रेज़ होता है: { $message }
raised-without-text = { $exception } रेज़ होता है।
written = लिखा गया: { $text }
line-end-written = लाइन का अंत लिखा जाता है।

block-changes = { $address } पर { $size } में से { $changed } बाइट बदलते हैं, शुरुआत बाइट { $first } से।
object-changes = { $address } पर { $object } के { $size } में से { $changed } बाइट बदलते हैं, शुरुआत बाइट { $first } से।
pool-header = यहाँ पूल का हेडर है, कोई ब्लॉक नहीं।
no-block = इस एड्रेस पर कोई ब्लॉक नहीं है।
immortal = { $object } अमर है: उसका काउंट कभी नहीं बदलता, और वह कभी नहीं मरता।
count-goes = { $object } का काउंट { $before } से { $now } हो जाता है।
count-goes-to-zero = { $object } का काउंट { $before } से 0 हो जाता है: वह मर जाता है।
made-with-count = { $object } बनता है: उसका काउंट { $count } है।
now-names = `{ $name }` अब { $object } का नाम है।
names-nothing = `{ $name }` अब किसी का नाम नहीं है।
call-not-active = `{ $name }` जिस कॉल का था, वह यहाँ नहीं चल रही।
name-stays = जो रिकॉर्ड हुआ है, उसमें `{ $name }` इसके बाद नहीं बदलता।
name-stayed = `{ $name }` इससे पहले नहीं बदला।
name-stays-in-call = `{ $name }` { $function }() की इस कॉल में इसके बाद नहीं बदलता।
name-stayed-in-call = `{ $name }` { $function }() की इस कॉल में इससे पहले नहीं बदला।

no-such-step = कदम { $step } है ही नहीं: रिकॉर्डिंग कदम { $last } पर खत्म होती है।
step-not-recorded = कदम { $step } अभी रिकॉर्ड नहीं हुआ: रिकॉर्डिंग कदम { $last } तक पहुँची है।
not-so-far = रिकॉर्डिंग इतनी दूर तक नहीं जाती।
at-the-end = यह रिकॉर्डिंग का अंत है।
no-further = रिकॉर्डिंग अभी इससे आगे नहीं पहुँची (कदम { $last })।
at-the-beginning = प्रोग्राम यहीं से शुरू होता है।
nothing-further-out = प्रोग्राम की कोई कॉल यहाँ नहीं लाई: इससे बाहर कुछ नहीं है।
does-not-run-times = { $times ->
    [1] जो रिकॉर्ड हुआ है, उसमें लाइन { $line } नहीं चलती।
    [one] जो रिकॉर्ड हुआ है, उसमें लाइन { $line } { $times } बार नहीं चलती।
   *[other] जो रिकॉर्ड हुआ है, उसमें लाइन { $line } { $times } बार नहीं चलती।
}

no-line-further-out = { $place ->
    [after] इसके बाद बाहर की कोई लाइन नहीं है।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद बाहर की कोई लाइन नहीं है।
}
no-breakpoint = { $place ->
    [before] यहाँ कोई ब्रेकपॉइंट नहीं है, और इससे पहले भी नहीं।
    [after] यहाँ कोई ब्रेकपॉइंट नहीं है, और इसके बाद भी नहीं।
   *[so-far] यहाँ कोई ब्रेकपॉइंट नहीं है, और अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद भी नहीं।
}
line-does-not-run = { $place ->
    [before] लाइन { $line } इससे पहले नहीं चलती।
    [after] लाइन { $line } इसके बाद नहीं चलती।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में लाइन { $line } इसके बाद नहीं चलती।
}
line-never-with = { $place ->
    [before] इससे पहले लाइन { $line } कभी ऐसे नहीं चलती कि `{ $condition }` सच हो।
    [after] इसके बाद लाइन { $line } कभी ऐसे नहीं चलती कि `{ $condition }` सच हो।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद लाइन { $line } कभी ऐसे नहीं चलती कि `{ $condition }` सच हो।
}
no-breakpoint-reached = { $place ->
    [before] इससे पहले कोई ब्रेकपॉइंट नहीं आता।
    [after] इसके बाद कोई ब्रेकपॉइंट नहीं आता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद कोई ब्रेकपॉइंट नहीं आता।
}
no-collection-runs = { $place ->
    [before] इससे पहले कोई कलेक्शन नहीं चलता।
    [after] इसके बाद कोई कलेक्शन नहीं चलता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद कोई कलेक्शन नहीं चलता।
}
no-collection-begins = { $place ->
    [before] इससे पहले कोई कलेक्शन शुरू नहीं होता।
    [after] इसके बाद कोई कलेक्शन शुरू नहीं होता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद कोई कलेक्शन शुरू नहीं होता।
}
nothing-made = { $place ->
    [before] इससे पहले कोई ऑब्जेक्ट नहीं बनता।
    [after] इसके बाद कोई ऑब्जेक्ट नहीं बनता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद कोई ऑब्जेक्ट नहीं बनता।
}
nothing-dies = { $place ->
    [before] इससे पहले कोई ऑब्जेक्ट नहीं मरता।
    [after] इसके बाद कोई ऑब्जेक्ट नहीं मरता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद कोई ऑब्जेक्ट नहीं मरता।
}
does-not-die = { $place ->
    [before] { $object } इससे पहले नहीं मरता।
    [after] { $object } इसके बाद नहीं मरता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में { $object } इसके बाद नहीं मरता।
}
nothing-raised = { $place ->
    [before] इससे पहले कोई एक्सेप्शन रेज़ नहीं होता।
    [after] इसके बाद कोई एक्सेप्शन रेज़ नहीं होता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद कोई एक्सेप्शन रेज़ नहीं होता।
}
nothing-written = { $place ->
    [before] इससे पहले कुछ नहीं लिखा जाता।
    [after] इसके बाद कुछ नहीं लिखा जाता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इसके बाद कुछ नहीं लिखा जाता।
}
name-does-not-change = { $place ->
    [before] `{ $name }` इससे पहले नहीं बदलता।
    [after] `{ $name }` इसके बाद नहीं बदलता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में `{ $name }` इसके बाद नहीं बदलता।
}
count-does-not-change = { $place ->
    [before] { $object } का काउंट इससे पहले नहीं बदलता।
    [after] { $object } का काउंट इसके बाद नहीं बदलता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में { $object } का काउंट इसके बाद नहीं बदलता।
}
block-does-not-change = { $place ->
    [before] इस ब्लॉक में इससे पहले कुछ नहीं बदलता।
    [after] इस ब्लॉक में इसके बाद कुछ नहीं बदलता।
   *[so-far] अब तक की रिकॉर्डिंग (कदम { $last } तक) में इस ब्लॉक में इसके बाद कुछ नहीं बदलता।
}
