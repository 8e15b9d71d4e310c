// Python as the editor knows it: colours and indentation. js/build.mjs makes a function of it that is given the modules which it
// shares with the editor, for there must be one of each.
export { pythonLanguage as python } from "@codemirror/lang-python";
