package dev.pharos.ui.control;

/// Where something that scrolls was left.
///
/// @param index of the first item in view
/// @param above how many pixels of it are scrolled out of view
/// @param ms where the sound stood, in milliseconds
public record Spot(int index, double above, long ms) {

    public Spot at(long positionMs) {
        return new Spot(index, above, positionMs);
    }
}
