# Behind the word "कलेक्शन" of timeline.ftl.
collection = { $freed ->
    [one] (पीढ़ी { $generation }), पहुँच से बाहर { $freed } ऑब्जेक्ट मिला
   *[other] (पीढ़ी { $generation }), पहुँच से बाहर { $freed } ऑब्जेक्ट मिले
}
