package dev.pharos.ui.control;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Puts the keyboard into a part of the window that a key has led to, and lets that be seen there
/// by the pseudo-class `entered`: JavaFX's own `focus-visible` is for what Tab and arrows reach.
public final class KeyFocus {
    private static final PseudoClass ENTERED = PseudoClass.getPseudoClass("entered");

    private KeyFocus() {}

    public static void to(Node node) {
        node.requestFocus();
        node.pseudoClassStateChanged(ENTERED, node.isFocused());
        node.focusedProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Boolean> focused,
                                    Boolean was,
                                    Boolean is) {
                                node.pseudoClassStateChanged(ENTERED, false);
                                focused.removeListener(this);
                            }
                        });
    }
}
