using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Language;

public sealed class LanguageTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Theory]
    [InlineData("id", "id")]
    [InlineData("en-US", "en")]
    [InlineData("de, en;q=0.8, id;q=0.5", "en")]
    [InlineData("de", "id")]
    [InlineData("*", "id")]
    public async Task Page_BeforeSignIn_SpeaksWhatTheBrowserAsksFor(string asked, string spoken) =>
        Assert.Contains($"<html lang=\"{spoken}\"", (await program.Open(asked).GetAsync("/account/sign-in")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Switch_BeforeSignIn_IsKeptInThisBrowser()
    {
        var browser = program.Open("en");

        var answer = await browser.SubmitAsync(
            "/account/sign-in", "/account/preferences?handler=Language&returnUrl=%2Faccount%2Fforgot-password", ("language", "id"));

        Assert.Equal("/account/forgot-password", answer.Location);
        Assert.Contains("Lupa kata sandi", (await browser.GetAsync("/account/forgot-password")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_WhenSignedIn_IsKeptWithTheUser()
    {
        var (browser, user) = await program.SignedInAsync(Role.Staff);

        await browser.SubmitAsync("/", "/account/preferences?handler=Language", ("language", "id"));

        Assert.Contains("<html lang=\"id\"", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        var saved = await program.InScopeAsync(s => s.GetRequiredService<UserManager<User>>().FindByIdAsync(user.Id.ToString()));
        Assert.Equal("id", saved!.Language);
    }

    [Fact]
    public async Task Theme_WhenChosen_IsKeptInThisBrowser()
    {
        var browser = program.Open();
        Assert.Contains("data-theme=\"auto\"", (await browser.GetAsync("/account/sign-in")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync("/account/sign-in", "/account/preferences?handler=Theme", ("theme", "Dark"));

        Assert.Contains("data-bs-theme=\"dark\"", (await browser.GetAsync("/account/sign-in")).Text, StringComparison.Ordinal);
    }
}
