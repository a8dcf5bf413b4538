package dev.pharos.ui;

import javafx.scene.input.MouseButton;

import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;

/// A robot that waits for what it is to click on, as a person does: until it is shown, and while it
/// is being replaced. What is never shown fails in its own words.
final class PatientRobot extends FxRobot {

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        TestWindow.patiently(() -> super.clickOn(query, motion, buttons));
        return this;
    }
}
