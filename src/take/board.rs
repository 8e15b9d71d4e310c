//! A storyboard: a page to print, with a picture, a line of code and a sentence for each stop.

use super::svg::escaped;
use super::{Program, film::Scene};
use crate::take::Palette;
use heapglass_words::{language, taken as words};
use std::fmt::Write;

/// Allows the styles in the page, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// How the page looks, on screen and on paper.
const STYLE: &str = "body{font:15px/1.45 'IBM Plex Sans','Segoe UI','Helvetica Neue',Arial,sans-serif;margin:24px auto;max-width:1000px;padding:0 16px}\
pre,code{font-family:'IBM Plex Mono',Menlo,Consolas,monospace}\
h1{font-size:22px}h2{font-size:15px;margin:0 0 4px}\
ol{list-style:none;margin:0;padding:0}li{break-inside:avoid;border-top:1px solid #999;padding:12px 0 16px}\
li pre{margin:0 0 8px;padding:4px 10px;border-left:4px solid #db6a00}\
li p{margin:8px 0 0}.quiet{color:#555}\
.program{columns:2;column-gap:32px;font-size:12px;border:1px solid #ccc;padding:10px}\
.program li{border:0;padding:0;white-space:pre-wrap;font-family:'IBM Plex Mono',Menlo,Consolas,monospace}.program{counter-reset:line}\
.program li::before{counter-increment:line;content:counter(line);display:inline-block;width:3ch;margin-right:1ch;color:#666;text-align:right}\
svg{direction:ltr;max-width:100%;height:auto;max-height:150mm}\
@page{margin:14mm}@media print{body{margin:0;max-width:none;padding:0}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.screen{display:none}}";

/// The page. `scenes` are the stops with their pictures; the quieter second sentence follows the first.
pub fn board(scenes: &[(Scene, String)], program: &Program, palette: &Palette) -> String {
    let (spoken, file) = (language(), escaped(&program.file));
    let (direction, straight) = if spoken.right_to_left { (" dir=\"rtl\"", " dir=\"ltr\"") } else { ("", "") };
    let mut page = format!("<!doctype html><html lang=\"{}\"{direction}><head><meta charset=\"utf-8\">", spoken.code);
    let _ = write!(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", escaped(POLICY));
    let _ = write!(page, "<meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>{STYLE}", escaped(&words::board(&program.file)));
    let _ = write!(page, "body{{background:{};color:{}}}</style></head><body>", palette.of("surface-stage"), palette.of("ink-1"));
    let _ = write!(page, "<h1>{file}</h1><p class=\"screen quiet\">{}</p><ol class=\"program\"{straight}>", escaped(words::print()));
    for line in program.source.lines() {
        let _ = write!(page, "<li>{}</li>", escaped(line));
    }
    page.push_str("</ol><ol>");
    for (scene, detail) in scenes {
        let picture = super::film::panel(&scene.canvas);
        let _ = write!(page, "<li><h2>{}</h2>", escaped(&scene.place));
        let _ = write!(page, "<pre{straight}>{}</pre>{picture}<p>{}</p>", escaped(&scene.code), prose(&scene.sentence));
        if !detail.is_empty() {
            let _ = write!(page, "<p class=\"quiet\">{}</p>", prose(detail));
        }
        page.push_str("</li>");
    }
    let _ = writeln!(page, "</ol><p class=\"quiet\">{}</p></body></html>", escaped(words::made_with()));
    page
}

fn prose(text: &str) -> String {
    crate::words::pieces(text)
        .map(|(is_code, piece)| if is_code { format!("<code>{}</code>", escaped(piece)) } else { escaped(piece) })
        .collect()
}
