at-line = पड़ाव { $stop } / { $last }, लाइन { $line }
in-function = पड़ाव { $stop } / { $last }, { $function } में लाइन { $line }
in-phase = पड़ाव { $stop } / { $last }, कलेक्शन का चरण { $phase } / { $phases }
within-phase = पड़ाव { $stop } / { $last }, कलेक्शन का चरण { $phase } / { $phases }, { $at }
line-in-phase = पड़ाव { $stop } / { $last }, { $function } में लाइन { $line }, कलेक्शन का चरण { $phase } / { $phases }
at-the-end = पड़ाव { $stop } / { $last }, अंत
all-lines-run = पड़ाव { $stop } / { $last }, सभी लाइनें चल चुकीं
nothing-recorded = अभी कोई रिकॉर्डिंग नहीं
