# The choice of the language in which the page speaks: in the menu of the view, and among the commands. Languages are named by
# their own names everywhere.

# The label of the choice
label = Language
# The tip of the choice
title = Choose the language of the page
# A command. $name: the language's own name
choose = Language: { $name }
# $code: letters that stand for a language, from the page's address
unknown = There is no language “{ $code }” here.
# $name: the language's own name
# $why: what is wrong with the file, as the program that reads it says it, in English
broken = The messages of { $name } cannot be read: { $why }.
# $name: the language's own name
of-another-version = The messages of { $name } belong to another version of the page. Load the page again.
# $name: the language's own name
not-fetched = The messages of { $name } could not be fetched. Is the network there?
# $said: the pair as it stands in the link: language=…
# $codes: the codes of the languages, with commas between them
in-link = The link says { $said }, and language is one of { $codes }.
# Behind one of the sentences above, where the page opens: the language that was wanted cannot be had.
stays-english = The page is in English.
