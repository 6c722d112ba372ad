using System.Net;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Frame;

public sealed class FrameTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Fact]
    public async Task Rail_WhenFollowed_LeadsToPages()
    {
        var (browser, _) = await program.SignedInAsync(Enum.GetValues<Role>());
        var home = await browser.GetAsync("/");
        var entries = Navigation.Main.Concat(Navigation.Administration).ToList();
        Assert.Equal(entries.Count, entries.DistinctBy(entry => entry.Key).Count());
        var rail = home.Text[home.Text.IndexOf("id=\"rail\"", StringComparison.Ordinal)..home.Text.IndexOf("<main", StringComparison.Ordinal)];
        var links = System.Text.RegularExpressions.Regex.Matches(rail, "href=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(entries.Count, links.Count);
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Titles_OfPageAndTab_AreTheSame()
    {
        var (browser, _) = await program.SignedInAsync(Role.Staff);

        var page = await browser.GetAsync("/account/preferences");

        Assert.Contains("<title>Preferences</title>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<h1>Preferences</h1>", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Not found")]
    [InlineData("id", "Tidak ditemukan")]
    public async Task Error_WhenNothingIsThere_SaysSoInTheUsersLanguage(string language, string words)
    {
        var (browser, _) = await program.SignedInAsync(Role.Staff);
        await browser.SubmitAsync("/", "/account/preferences?handler=Language", ("language", language));

        var answer = await browser.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/projects?q=%00")]
    [InlineData("/money/withdrawals?q=a%00b")]
    public async Task Address_WithANul_IsABadRequest(string address)
    {
        var (browser, _) = await program.SignedInAsync(Role.Staff);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("/css/site.css", "text/css")]
    [InlineData("/js/site.js", "text/javascript")]
    [InlineData("/lib/bootstrap/bootstrap.min.css", "text/css")]
    [InlineData("/lib/bootstrap/bootstrap.bundle.min.js", "text/javascript")]
    [InlineData("/lib/bootstrap-icons/bootstrap-icons.min.css", "text/css")]
    [InlineData("/lib/bootstrap-icons/fonts/bootstrap-icons.woff2", "font/woff2")]
    [InlineData("/lib/htmx/htmx.min.js", "text/javascript")]
    [InlineData("/lib/mermaid/mermaid.min.js", "text/javascript")]
    [InlineData("/js/diagram.js", "text/javascript")]
    [InlineData("/css/diagram.css", "text/css")]
    [InlineData("/img/mark.svg", "image/svg+xml")]
    public async Task Assets_WithoutSignIn_AreServed(string path, string type)
    {
        var answer = await program.Open().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(type, answer.Message.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(answer.Text);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_WithoutSignIn_Answers(string path) =>
        Assert.Equal("Healthy", (await program.Open().GetAsync(path)).Text);
}
