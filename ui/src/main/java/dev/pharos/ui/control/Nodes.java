package dev.pharos.ui.control;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// What every node can do.
public final class Nodes {

    private Nodes() {}

    /// Shown or not; what is not shown takes no room.
    public static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Whether a node is another one, or somewhere in it.
    public static boolean within(Node box, @Nullable Node node) {
        Node at = node;
        while (at != null && at != box) {
            at = at.getParent();
        }
        return at != null;
    }
}
