using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Host;

/// <summary>What a visitor does on every page.</summary>
public static class Visits
{
    /// <summary>Signs in at the door.</summary>
    public static async Task SignInAsync(this IPage page, string mail, string password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#Mail", mail);
        await page.FillAsync("#Password", password);
        await page.ClickAsync("main button[type=submit]");
        await Expect(page.Locator("header.topbar")).ToBeVisibleAsync();
    }

    /// <summary>Changes to <paramref name="language"/> by the switch of the top bar.</summary>
    public static async Task SpeakAsync(this IPage page, string language)
    {
        if (await page.GetAttributeAsync("html", "lang") == language)
            return;
        await page.ClickAsync(".switches button[name=language]");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    /// <summary>Waits until the page says that something was done.</summary>
    public static Task SeeDoneAsync(this IPage page) => Expect(page.Locator(".flash-ok")).ToBeVisibleAsync();

    /// <summary>The name of <paramref name="select"/>'s option with this value.</summary>
    public static Task<string> WordAsync(this ILocator select, string value) =>
        select.Locator($"option[value='{value}']").InnerTextAsync();
}
