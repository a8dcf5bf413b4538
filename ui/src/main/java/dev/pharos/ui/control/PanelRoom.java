package dev.pharos.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// What is read, and a panel at its end: its first child and its second. Where both have room, the
/// panel stands beside the text if that is wanted. Where they have little, it comes when it is
/// called; what is wanted stays as it was. Then the text is as narrow as can still be read, or,
/// where it would be narrower than that, or has pages that would only shrink, the panel lies over
/// it, and goes when the text is clicked. A panel that lies over the text has the pseudo-class
/// `over`. For the JavaFX thread.
public final class PanelRoom extends Pane {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    /// With less room the panel comes only when it is called.
    private static final double BOTH = 640;

    /// A narrower text cannot be read.
    private static final double TEXT = 240;

    /// So much of the text can be seen, and clicked, beside what lies over it.
    private static final double EDGE = 48;

    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final BooleanProperty called = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private boolean narrow;
    private boolean over;
    private boolean fixed;

    public PanelRoom() {
        widthProperty().subscribe(width -> fit(width.doubleValue()));
        wanted.subscribe((_, _) -> show());
        called.subscribe((_, _) -> show());
        var clip = new Rectangle(); // what lies over throws its shadow here alone
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (over && !Nodes.within(panel(), (Node) event.getTarget())) {
                        shut();
                    }
                });
    }

    /// @param pages whether what is read has pages, whose lines cannot be broken anew
    public void setFixed(boolean pages) {
        fixed = pages;
        requestLayout();
    }

    private Node main() {
        return getChildren().getFirst();
    }

    private Node panel() {
        return getChildren().getLast();
    }

    /// Whether the panel is wanted where there is room for it; worth keeping.
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /// Whether the panel is to be seen.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Shows the panel, or hides it.
    public void toggle() {
        var property = narrow ? called : wanted;
        property.set(!property.get());
    }

    /// Takes the panel away where it came because it was called.
    ///
    /// @return whether it did
    public boolean shut() {
        boolean lies = narrow && called.get();
        called.set(false);
        return lies;
    }

    private void fit(double width) {
        boolean now = width > 0 && width < BOTH;
        if (now != narrow) {
            narrow = now;
            called.set(false);
            show();
        }
    }

    private void show() {
        if (!getChildren().isEmpty()) {
            panel().setVisible(narrow ? called.get() : wanted.get()); // can have the keyboard now
        }
        open.set(narrow ? called.get() : wanted.get());
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double wide = open.get() ? Math.min(snapSizeX(panel().prefWidth(-1)), width - EDGE) : 0;
        over = narrow && (fixed || width - wide < TEXT);
        panel().pseudoClassStateChanged(OVER, over);
        panel().setVisible(open.get());
        main().resizeRelocate(0, 0, over ? width : width - wide, height);
        panel().resizeRelocate(width - wide, 0, wide, height);
    }
}
