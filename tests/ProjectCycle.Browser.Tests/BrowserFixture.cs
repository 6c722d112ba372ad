using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;

namespace ProjectCycle.Browser.Tests;

/// <summary>How a visitor's browser is set up.</summary>
/// <param name="Language">Of the browser: "id-ID" or "en-GB".</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Width">Pixels; 360 is a small phone.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Script">False for a browser that runs no script.</param>
public sealed record Visitor(
    string Language = "id-ID", ColorScheme Scheme = ColorScheme.Light, int Width = 1280, int Height = 900, bool Script = true)
{
    /// <summary>On a small phone.</summary>
    public static Visitor OnPhone { get; } = new(Width: 360, Height: 740);
}

/// <summary>One Chromium for all tests of the collection; every visit has its own cookies.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why browser tests are skipped; null when they run. On CI they always run, so that a missing browser fails.</summary>
    public static string? SkipReason =>
        Chromium is null && Environment.GetEnvironmentVariable("CI") != "true" ? "No Chromium: set CHROMIUM, or install it; tests/run does." : null;

    /// <summary>From CHROMIUM, which tests/run sets, or found on the path.</summary>
    private static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path
            ? path
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") })
                .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
            return;
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // as patient as every other wait: the machine may be busy
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium ?? throw new InvalidOperationException("No Chromium."),
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A page for a new visitor. What it loads is resolved against <paramref name="baseAddress"/>.</summary>
    public async Task<IPage> VisitAsync(Visitor? visitor = null, Uri? baseAddress = null)
    {
        visitor ??= new Visitor();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = visitor.Language,
            ColorScheme = visitor.Scheme,
            ReducedMotion = ReducedMotion.Reduce, // no check meets a colour or a place on its way
            ViewportSize = new ViewportSize { Width = visitor.Width, Height = visitor.Height },
            BaseURL = baseAddress?.ToString(),
            JavaScriptEnabled = visitor.Script,
        });
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Browser tests share one Chromium and one demo, and so run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<DemoFixture>
{
    public const string Name = "browser";
}
