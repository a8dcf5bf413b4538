package dev.pharos.engine.graph;

/// Where the nodes of a graph stand, by their indexes. Its owner never changes the arrays. Units
/// are those of [Layout], in which neighbours stand some tens apart; `y` grows downwards.
public record Placed(float[] x, float[] y) {
    public static final Placed NOWHERE = new Placed(new float[0], new float[0]);

    /// Where one of them stands.
    public record Point(float x, float y) {}

    public int count() {
        return x.length;
    }
}
