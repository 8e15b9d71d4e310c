//! The canvas of the heap map: what is on it, and when it is drawn anew.

use super::overlay;
use heapglass::map::{Blocks, Camera, Legend, Palette, Pixels, Plan, Spot, paint};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};
use yew::NodeRef;

/// What is to be seen.
#[derive(Clone)]
pub(super) struct Scene {
    pub(super) blocks: Rc<Blocks>,
    pub(super) legend: Rc<Legend>,
    pub(super) palette: Rc<Palette>,
    /// All blocks of all pools.
    pub(super) all: bool,
    pub(super) opened: Option<(u32, u32)>,
    /// What the selected object lies in.
    pub(super) ring: Option<Spot>,
    /// What the keys are at.
    pub(super) cursor: Option<Spot>,
    /// What the pointer is over.
    pub(super) hover: Option<Spot>,
}

/// What is on the canvas.
#[derive(Default)]
pub(super) struct Drawing {
    pub(super) canvas: NodeRef,
    pub(super) scene: Option<Scene>,
    pub(super) camera: Camera,
    pub(super) plan: Plan,
    /// What the plan was made for.
    planned: Option<(Rc<Blocks>, bool, Option<(u32, u32)>, (f64, f64))>,
    pixels: Pixels,
    frame: Option<gloo::render::AnimationFrame>,
    draws: u32,
}

/// The drawing, as all who change it hold it.
pub(super) type Shared = Rc<RefCell<Drawing>>;

/// Draws in the next frame, once.
pub(super) fn draw_soon(drawing: &Shared) {
    let is_due = drawing.borrow().frame.is_some();
    if is_due {
        return;
    }
    let weak = Rc::downgrade(drawing);
    let frame = gloo::render::request_animation_frame(move |_| {
        let Some(drawing) = weak.upgrade() else { return };
        let mut drawing = drawing.borrow_mut();
        drawing.frame = None;
        drawing.draw();
    });
    drawing.borrow_mut().frame = Some(frame);
}

impl Drawing {
    /// The size of the canvas, in pixels of the page.
    pub(super) fn view(&self) -> Option<(f64, f64)> {
        let canvas = self.canvas.cast::<HtmlCanvasElement>()?;
        let (width, height) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        (width >= 1.0 && height >= 1.0).then_some((width, height))
    }

    /// What is drawn at a place of the canvas.
    pub(super) fn at(&self, x: f64, y: f64) -> Option<Spot> {
        let (x, y) = self.camera.place(x, y);
        self.plan.at(x, y)
    }

    /// Makes the plan anew if it is of something else.
    pub(super) fn plan(&mut self) -> Option<(f64, f64)> {
        let view = self.view()?;
        let scene = self.scene.as_ref()?;
        let is_planned = self.planned.as_ref().is_some_and(|(blocks, all, opened, size)| {
            Rc::ptr_eq(blocks, &scene.blocks) && (*all, *opened, *size) == (scene.all, scene.opened, view)
        });
        if !is_planned {
            let is_other = self.planned.as_ref().is_none_or(|planned| planned.1 != scene.all);
            self.plan = if scene.all { Plan::of_all(&scene.blocks, view.0, view.1) } else { Plan::of_pools(&scene.blocks, scene.opened, view.0) };
            self.planned = Some((scene.blocks.clone(), scene.all, scene.opened, view));
            if is_other {
                self.camera = Camera::default();
            }
        }
        self.camera = self.camera.kept_to((self.plan.width, self.plan.height), view);
        Some(view)
    }

    fn draw(&mut self) {
        let Some(view) = self.plan() else { return };
        let (Some(canvas), Some(scene)) = (self.canvas.cast::<HtmlCanvasElement>(), self.scene.as_ref()) else { return };
        let started = now();
        let density = gloo::utils::window().device_pixel_ratio().clamp(1.0, 3.0);
        let size = ((view.0 * density).round() as u32, (view.1 * density).round() as u32);
        if (canvas.width(), canvas.height()) != size {
            canvas.set_width(size.0);
            canvas.set_height(size.1);
        }
        let context = canvas.get_context("2d").ok().flatten().and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
        let Some(context) = context else { return };
        paint(&mut self.pixels, &scene.blocks, &scene.legend, &scene.palette, &self.plan, self.camera, density, size);
        if let Ok(image) = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&self.pixels.data), size.0, size.1) {
            // Fails only for a canvas without any dot.
            let _ = context.put_image_data(&image, 0.0, 0.0);
        }
        let _ = context.set_transform(density, 0.0, 0.0, density, 0.0, 0.0);
        overlay::draw(&context, scene, &self.plan, self.camera, view);
        self.draws += 1;
        self.tell(&canvas, now() - started);
    }

    /// For who reads the page without looking at it: how it was drawn, and where the ring is.
    fn tell(&self, canvas: &HtmlCanvasElement, took: f64) {
        let set = |name: &str, value: String| {
            // The name of an attribute that is none would be a mistake in the next lines.
            let _ = canvas.set_attribute(name, &value);
        };
        set("data-draws", self.draws.to_string());
        set("data-took", format!("{took:.2}"));
        set("data-blocks", self.pixels.blocks.to_string());
        set("data-scale", format!("{:.3}", self.camera.scale));
        let middle = |spot: Option<Spot>| {
            let rect = spot.and_then(|spot| self.plan.rect(spot))?;
            let x = (rect.x + rect.width / 2.0 - self.camera.x) * self.camera.scale;
            let y = (rect.y + rect.height / 2.0 - self.camera.y) * self.camera.scale;
            Some(format!("{x:.1} {y:.1}"))
        };
        let scene = self.scene.as_ref();
        set("data-ring", middle(scene.and_then(|scene| scene.ring)).unwrap_or_default());
        set("data-cursor", middle(scene.and_then(|scene| scene.cursor)).unwrap_or_default());
    }
}

/// Milliseconds.
fn now() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |clock| clock.now())
}
