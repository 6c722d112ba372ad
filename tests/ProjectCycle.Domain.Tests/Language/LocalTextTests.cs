using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Tests.Language;

public sealed class LocalTextTests
{
    [Theory]
    [InlineData("Water", "Air", "en", "Water")]
    [InlineData("Water", "Air", "id", "Air")]
    [InlineData("", "Air", "en", "Air")]
    [InlineData("Water", "", "id", "Water")]
    [InlineData("Water", "Air", "fr", "Air")]
    [InlineData("", "", "en", "")]
    public void In_WhenALanguageIsBlank_FallsBackToTheOther(string en, string id, string language, string text) =>
        Assert.Equal(text, new LocalText(en, id).In(language));

    [Fact]
    public void IsEmpty_WhenOneLanguageSpeaks_IsFalse()
    {
        Assert.True(LocalText.Empty.IsEmpty);
        Assert.False(new LocalText("Water", "").IsEmpty);
        Assert.False(new LocalText("", "Air").IsEmpty);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("id", "id")]
    [InlineData("fr", "id")]
    [InlineData("", "id")]
    [InlineData(null, "id")]
    public void OrDefault_WhenTheLanguageIsNotSpoken_IsIndonesian(string? asked, string spoken) =>
        Assert.Equal(spoken, Languages.OrDefault(asked));
}
