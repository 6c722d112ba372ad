using Microsoft.Playwright;

namespace ProjectCycle.Browser.Tests;

/// <summary>The checks are seen red once: a check that cannot fail says nothing of our pages.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BrowserFixtureTests(BrowserFixture browser)
{
    private const string Sound = """
        <!doctype html><html lang="id"><head><title>Contoh</title><meta name="viewport" content="width=device-width"></head>
        <body><main><h1>Contoh</h1><label>Nama <input></label></main></body></html>
        """;

    private const string Poor = """
        <!doctype html><html><head></head>
        <body><main><h1 style="color:#ccc;background:#fff">Contoh</h1><img src="data:,"><input></main></body></html>
        """;

    [BrowserFact]
    public async Task AxeFaults_WhenThePageIsPoor_NamesTheRules()
    {
        var page = await browser.VisitAsync();
        await page.SetContentAsync(Poor);

        var rules = (await page.AxeFaultsAsync()).Select(fault => fault.Split(':')[0]).ToList();

        Assert.Superset(new HashSet<string> { "color-contrast", "document-title", "html-has-lang", "image-alt", "label" }, rules.ToHashSet());
    }

    [BrowserFact]
    public async Task AxeFaults_WhenThePageIsSound_AreNone()
    {
        var page = await browser.VisitAsync();
        await page.SetContentAsync(Sound);

        Assert.Empty(await page.AxeFaultsAsync());
    }

    [BrowserTheory]
    [InlineData(300, false)]
    [InlineData(400, true)]
    public async Task ScrollsSideways_WhenSomethingIsWiderThanThePhone_IsTrue(int width, bool scrolls)
    {
        var page = await browser.VisitAsync(Visitor.OnPhone);
        await page.SetContentAsync($"{Sound}<div style='width:{width}px'>x</div>");

        Assert.Equal(scrolls, await page.ScrollsSidewaysAsync());
    }

    [BrowserFact]
    public async Task Visit_WhenTheVisitorPrefersDarkEnglish_ThePageKnows()
    {
        var page = await browser.VisitAsync(new Visitor("en-GB", ColorScheme.Dark, Width: 500));
        await page.SetContentAsync(Sound);

        Assert.Equal("en-GB", await page.EvaluateAsync<string>("navigator.language"));
        Assert.True(await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
        Assert.Equal(500, await page.EvaluateAsync<int>("innerWidth"));
    }

    [BrowserFact]
    public async Task Screenshot_WhenTaken_IsAPicture()
    {
        var page = await browser.VisitAsync();
        await page.SetContentAsync(Sound);

        var bytes = await File.ReadAllBytesAsync(await page.ScreenshotAsync("fixture-sample"));

        Assert.Equal("\u0089PNG", System.Text.Encoding.Latin1.GetString(bytes, 0, 4));
    }
}
