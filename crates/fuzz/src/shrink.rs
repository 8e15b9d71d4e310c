//! Makes a failing program small: takes lines away as long as it still breaks the same law.

/// Drops runs of lines, long ones first, as long as `fails` still says yes. At most `tries` questions are asked.
pub fn shrink(source: &str, mut tries: usize, mut fails: impl FnMut(&str) -> bool) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let mut run = (lines.len() / 2).max(1);
    loop {
        let mut at = 0;
        let mut dropped = false;
        while at < lines.len() && tries > 0 {
            let mut fewer = lines.clone();
            fewer.drain(at..(at + run).min(lines.len()));
            tries -= 1;
            if fails(&text(&fewer)) {
                lines = fewer;
                dropped = true;
            } else {
                at += run;
            }
        }
        if tries == 0 || (run == 1 && !dropped) {
            return text(&lines);
        }
        run = (run / 2).max(1);
    }
}

fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn only_the_lines_that_matter_stay() {
        let source: String = (0..20).map(|n| format!("line {n}\n")).collect();
        let fails = |text: &str| text.contains("line 3\n") && text.contains("line 17\n");
        assert_eq!(shrink(&source, 1000, fails), "line 3\nline 17\n");
    }

    #[test]
    fn questions_are_not_asked_without_end() {
        let mut asked = 0;
        shrink("a\nb\nc\nd\n", 3, |_| {
            asked += 1;
            false
        });
        assert_eq!(asked, 3);
    }
}
