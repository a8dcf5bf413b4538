package dev.pharos.ui.control;

import javafx.scene.Node;

/// What every node can do.
public final class Nodes {

    private Nodes() {}

    /// Shown or not; what is not shown takes no room.
    public static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
