using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ProjectCycle.Browser.Tests;

/// <summary>What is asked of every page.</summary>
public static class PageChecks
{
    /// <summary>Once in each document that is looked at. Deque's own way from Playwright opens another browser for each run, which took longer than the run.</summary>
    private static readonly string Axe = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    /// <summary>Of what is found only the faults, since what passed is much, and nobody reads it.</summary>
    private const string Run = """
        async runOnly => (await axe.run(document, { runOnly, resultTypes: ['violations'] }))
          .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target}`))
        """;

    private static readonly object Standards =
        new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };

    private static readonly object Contrast = new { type = "rule", values = new[] { "color-contrast" } };

    /// <summary>What axe finds against WCAG 2.2 A and AA on the page as it stands: "rule: target".</summary>
    public static Task<IReadOnlyList<string>> AxeFaultsAsync(this IPage page) => FaultsAsync(page, Standards);

    /// <summary>What is hard to read in the colours the page has now: all that another colour scheme can change.</summary>
    public static Task<IReadOnlyList<string>> ContrastFaultsAsync(this IPage page) => FaultsAsync(page, Contrast);

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Run, rules);
    }

    /// <summary>True when the page must be scrolled sideways to be read.</summary>
    public static Task<bool> ScrollsSidewaysAsync(this IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>Keeps a picture of the whole page in artifacts/screenshots for people to look at.</summary>
    public static async Task<string> ScreenshotAsync(this IPage page, string name)
    {
        var path = Path.Combine(Artifacts(), "screenshots", $"{name}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        return path;
    }

    private static string Artifacts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ProjectCycle.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("ProjectCycle.sln is not above the tests.");
        return Path.Combine(folder.FullName, "artifacts");
    }
}
