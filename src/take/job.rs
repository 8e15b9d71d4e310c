//! An order is carried out, a stop at a time, so that the worker hears what else is asked.

use super::film::{Scene, film};
use super::paint::{Canvas, place, still};
use super::{Kind, MOST_STOPS, MOST_TEXT, Order, Parcel, board, check, dot};
use crate::layout::Drawn;
use crate::picture::Picture;
use heapglass_machine::Session;
use heapglass_words::take_away as words;

/// An order under way.
#[derive(Debug)]
pub struct Job {
    order: Order,
    scenes: Vec<(Scene, String)>,
    texts: Vec<String>,
    /// Characters made so far.
    length: usize,
}

impl Job {
    /// Begins.
    pub fn new(order: Order) -> Self {
        Self { order, scenes: Vec::new(), texts: Vec::new(), length: 0 }
    }

    /// The number of its order.
    pub fn number(&self) -> u64 {
        self.order.number
    }

    /// Of which run it is.
    pub fn run(&self) -> u64 {
        self.order.run
    }

    /// Does a part; [`Parcel::Percent`] if there is more to do. The place that is looked at stays.
    pub fn turn(&mut self, session: &mut Session) -> Parcel {
        let Order { kind, style, program, .. } = &self.order;
        match kind {
            Kind::Still => Parcel::Ready(vec![still(&session.picture(&style.wanted), style, &program.file)]),
            Kind::Dot => Parcel::Ready(vec![dot(&session.picture(&style.wanted), program)]),
            Kind::Check => check(session, &style.wanted, program).map_or_else(Parcel::Failed, |script| Parcel::Ready(vec![script])),
            Kind::Trace => super::trace::trace(program).map_or_else(Parcel::Failed, |text| Parcel::Ready(vec![text])),
            Kind::Film | Kind::Stills | Kind::Storyboard => self.picture_stop(session),
        }
    }

    fn picture_stop(&mut self, session: &mut Session) -> Parcel {
        let all = self.order.stops.len();
        if all == 0 {
            return Parcel::Failed(words::no_stops().into());
        }
        if all > MOST_STOPS {
            return Parcel::Failed(words::too_many(all as u64, MOST_STOPS as u64));
        }
        let done = self.scenes.len().max(self.texts.len());
        let Some(stop) = self.order.stops.get(done).copied() else { return self.finished() };
        let picture = session.picture_of(stop, &self.order.style.wanted);
        let style = &mut self.order.style;
        let drawn = Drawn::new(&picture, &std::rc::Rc::new(style.look.clone()), style.narrow);
        style.places.admit(&picture, &drawn, &style.look, style.narrow, false);
        if self.order.kind == Kind::Stills {
            let text = still(&picture, &self.order.style, &self.order.program.file);
            self.length += text.len();
            self.texts.push(text);
        } else {
            let scene = self.scene(&picture);
            self.length += scene.canvas.pieces.iter().map(|piece| piece.svg.len()).sum::<usize>();
            self.scenes.push((scene, picture.sentence.detail));
        }
        if self.length > MOST_TEXT {
            return Parcel::Failed(words::too_large().into());
        }
        Parcel::Percent(u8::try_from((done + 1) * 99 / all).unwrap_or(99))
    }

    fn scene(&self, picture: &Picture) -> Scene {
        let line = picture.position.line.and_then(|line| self.order.program.source.lines().nth(line as usize - 1));
        Scene {
            canvas: Canvas::new(picture, &self.order.style),
            code: line.unwrap_or("").to_owned(),
            sentence: picture.sentence.text.clone(),
            place: place(picture, &self.order.program.file),
        }
    }

    fn finished(&mut self) -> Parcel {
        let palette = &self.order.style.palette;
        match self.order.kind {
            Kind::Stills => Parcel::Ready(std::mem::take(&mut self.texts)),
            Kind::Storyboard => Parcel::Ready(vec![board(&self.scenes, &self.order.program, palette)]),
            _ => {
                let scenes: Vec<Scene> = std::mem::take(&mut self.scenes)
                    .into_iter()
                    .map(|(scene, _)| Scene { sentence: scene.sentence.replace('`', ""), ..scene })
                    .collect();
                Parcel::Ready(vec![film(&scenes, palette)])
            }
        }
    }
}
