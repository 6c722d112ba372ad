namespace ProjectCycle.Domain.Tests;

public sealed class FieldsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t")]
    public void Required_WhenBlank_SaysSo(string? value) =>
        Assert.Equal(["required"], Fields.Required(value, "Name", 10).Select(r => r.Code));

    [Fact]
    public void Required_WhenTooLong_SaysHowLongItMayBeAndIs()
    {
        var refusal = Assert.Single(Fields.Required("12345678901", "Name", 10));

        Assert.Equal(("too-long", "Name"), (refusal.Code, refusal.Field));
        Assert.Equal([10, 11], refusal.Args);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234567890")]
    public void Text_WhenItFits_IsSound(string? value) =>
        Assert.Empty(Fields.Text(value, "Name", 10));

    [Theory]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("a\0b", "ab")]
    [InlineData("", "")]
    public void Lines_OfAnyText_AreEndedOneWayWithoutNul(string given, string kept) => Assert.Equal(kept, Fields.Lines(given));

    [Theory]
    [InlineData("JMB-001")]
    [InlineData(" JMB-001 ")]
    [InlineData("2026.1")]
    [InlineData("a")]
    public void Code_WhenWellFormed_IsSound(string value) =>
        Assert.Empty(Fields.Code(value, "Code", 40));

    [Theory]
    [InlineData("", "required")]
    [InlineData("-001", "bad-code")]
    [InlineData("JMB 001", "bad-code")]
    [InlineData("JMB/001", "bad-code")]
    [InlineData("JMB\n001", "bad-code")]
    [InlineData("é1", "bad-code")]
    [InlineData("01234567890123456789", "too-long")]
    public void Code_WhenBadlyFormed_SaysWhyOnce(string value, string code) =>
        Assert.Equal([code], Fields.Code(value, "Code", 19).Select(r => r.Code));

    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("1945-08-16", false)]
    [InlineData("1945-08-17", true)]
    [InlineData("2100-12-31", true)]
    [InlineData("2101-01-01", false)]
    public void Date_WhenOutsideLivingMemory_IsRefused(string date, bool sound) =>
        Assert.Equal(sound, !Fields.Date(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), "On").Any());

    [Fact]
    public void Date_WhenBlank_IsSound() => Assert.Empty(Fields.Date(null, "On"));
}
