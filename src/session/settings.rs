//! How the page is looked at.

use heapglass_words::settings;
use serde::{Deserialize, Serialize};

/// How much of the machine is visible; each layer adds to the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Layer {
    /// Frames, names, arrows.
    Names,
    /// With counts, sizes and birth numbers.
    #[default]
    Objects,
    /// With arenas, pools and blocks.
    Allocator,
    /// With generations and the phases of a collection.
    Collector,
}

impl Layer {
    /// All layers, in the order of their keys.
    pub const ALL: [Self; 4] = [Self::Names, Self::Objects, Self::Allocator, Self::Collector];

    /// The word on its button.
    pub fn word(self) -> &'static str {
        match self {
            Self::Names => settings::layer_names(),
            Self::Objects => settings::layer_objects(),
            Self::Allocator => settings::layer_allocator(),
            Self::Collector => settings::layer_collector(),
        }
    }

    /// The word in links and lessons.
    pub fn link_word(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Objects => "objects",
            Self::Allocator => "allocator",
            Self::Collector => "collector",
        }
    }

    /// The key that chooses it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Names => "1",
            Self::Objects => "2",
            Self::Allocator => "3",
            Self::Collector => "4",
        }
    }
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Automatic,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The strongest contrast.
    Contrast,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 4] = [Self::Automatic, Self::Light, Self::Dark, Self::Contrast];

    /// The value of `data-theme`; none leaves the choice to the system. Also how it is stored.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Automatic => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
            Self::Contrast => Some("contrast"),
        }
    }

    /// The theme with this attribute.
    pub fn from_attribute(attribute: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.attribute() == Some(attribute))
            .unwrap_or_default()
    }

    /// The words in the menu.
    pub fn words(self) -> &'static str {
        match self {
            Self::Automatic => settings::theme_automatic(),
            Self::Light => settings::theme_light(),
            Self::Dark => settings::theme_dark(),
            Self::Contrast => settings::theme_contrast(),
        }
    }
}

/// How fast steps follow one another while playing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// One step a second.
    Slow,
    /// Two and a half steps a second.
    #[default]
    Medium,
    /// Ten steps a second.
    Fast,
}

impl Speed {
    /// All speeds.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Medium, Self::Fast];

    /// Milliseconds from step to step.
    pub fn interval(self) -> u32 {
        match self {
            Self::Slow => 1000,
            Self::Medium => 400,
            Self::Fast => 100,
        }
    }

    /// The word in the menu.
    pub fn word(self) -> &'static str {
        match self {
            Self::Slow => settings::speed_slow(),
            Self::Medium => settings::speed_medium(),
            Self::Fast => settings::speed_fast(),
        }
    }

    /// The word in links.
    pub fn link_word(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Medium => "medium",
            Self::Fast => "fast",
        }
    }
}

/// How large the stage is drawn, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zoom(pub i32);

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl Zoom {
    const STEPS: [i32; 8] = [40, 55, 70, 85, 100, 125, 150, 200];

    /// The next larger size.
    pub fn larger(self) -> Self {
        Self(Self::STEPS.into_iter().find(|&step| step > self.0).unwrap_or(self.0))
    }

    /// The next smaller size.
    pub fn smaller(self) -> Self {
        Self(
            Self::STEPS
                .into_iter()
                .rev()
                .find(|&step| step < self.0)
                .unwrap_or(self.0),
        )
    }

    /// A length of the stage as it is drawn.
    pub fn of(self, length: i32) -> i32 {
        length * self.0 / 100
    }
}
