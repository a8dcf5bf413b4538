package dev.pharos.ui.document;

/// A text with every kind of block.
public final class ReaderFixture {
    public static final String HTML =
            """
            <!DOCTYPE html><html lang="en"><head><title>Lamps and lenses</title></head><body><article>
            <h1>Lamps and lenses</h1>
            <p>A lighthouse is a tower that shows ships where the land is. Its light must be seen
            from afar, in rain and in haze, and a keeper must be able to tend it alone through a
            winter night without once letting it go out.</p>
            <h2>The lens</h2>
            <p>Fresnel's lens of 1822 gathers in rings of glass what an open flame would send to
            all sides. It needs far less glass than a lens of one piece, and so it could be made
            larger than any before it, and its light was seen at more than thirty kilometres.</p>
            <blockquote><p>Whoever saw the light knew that the harbour was near.</p></blockquote>
            <h3>Orders</h3>
            <p>Lenses come in orders, by the distance from the flame to the glass.</p>
            <table>
            <tr><th>Order</th><th>Focal distance</th><th>Where it stood</th></tr>
            <tr><td>First</td><td>920 mm</td><td>Great lights of the coast, which ships
            see first when they come from the ocean</td></tr>
            <tr><td>Third</td><td>500 mm</td><td>Bays and sounds</td></tr>
            <tr><td>Sixth</td><td>150 mm</td><td>Harbours and piers</td></tr>
            </table>
            <h2>The keeper's day</h2>
            <p>The day began before sunrise and had the same order all year.</p>
            <ul><li>Put out the lamp and draw the curtains, so that the sun does not set the
            tower on fire through the lens.</li><li>Trim the wick.</li>
            <li>Polish the glass<ul><li>first with spirit,</li><li>then with a dry cloth.</li></ul></li></ul>
            <pre>oil(litres) = hours * flames * 0.07</pre>
            <h2>Later lights</h2>
            <p>Gas came first, then paraffin under pressure, and at last electric light, which needed
            no keeper. The last towers were left in the nineteen nineties, and many of them are
            houses now, in which people sleep well who never heard a fog horn in their life.</p>
            <p>What is left of the lenses stands in museums. Some of them still turn on their bath
            of mercury, one push of a finger being enough to move two tons of glass and brass.</p>
            </article></body></html>
            """;

    private ReaderFixture() {}
}
