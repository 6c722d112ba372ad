namespace ProjectCycle.Domain.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public void Value_WhenItSucceeded_IsTheYield()
    {
        Outcome<int> outcome = 7;

        Assert.True(outcome.Succeeded);
        Assert.Equal(7, outcome.Value);
    }

    [Fact]
    public void Value_WhenItWasRefused_ThrowsWithTheReasons()
    {
        Outcome<int> outcome = new List<Refusal> { new("required", "Name"), new("too-long", "Name", 10, 11) };

        Assert.False(outcome.Succeeded);
        Assert.Contains("required, too-long", Assert.Throws<InvalidOperationException>(() => outcome.Value).Message, StringComparison.Ordinal);
    }
}
