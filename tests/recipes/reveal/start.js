Reveal.initialize({ embedded: false, hash: false });
