using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain.People;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Pages;

/// <summary>Work without a mouse, and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture browser, DemoFixture demo)
{
    private const string Cycle = $"/projects/{DemoProject.Wastewater}/cycle";

    [BrowserFact]
    public async Task Tab_OnAFreshPage_LeadsPastTheFrame()
    {
        await using var office = new Office(browser, await demo.ProgramAsync());
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync("/projects");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip-link")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#content")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Slash_AnywhereOnAPage_LeadsToTheSearch()
    {
        await using var office = new Office(browser, await demo.ProgramAsync());
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync("/deadlines");

        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ipal");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#projects tbody th")).ToHaveTextAsync([DemoProject.Wastewater]);
    }

    [BrowserFact]
    public async Task Switch_WhenReachedByKeyboard_ChangesTheLanguageOfTheSamePage()
    {
        await using var office = new Office(browser, await demo.ProgramAsync());
        var page = await office.AtAsync(Role.Auditor);
        await page.GotoAsync("/projects?state=closed");

        await TabToAsync(page, ".switches button[name=language]");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Projects");
        Assert.EndsWith("/projects?state=closed", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Move_WithTheKeyboardAlone_IsMade()
    {
        await using var office = new Office(browser, await demo.ProgramAsync());
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync(Cycle);

        await TabToAsync(page, "details:has(#move-hold-reason) summary");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "#move-hold-reason");
        await page.Keyboard.TypeAsync("Menunggu anggaran.");
        await TabToAsync(page, "details:has(#move-hold-reason) button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".state-on-hold").First).ToBeVisibleAsync();

        await TabToAsync(page, "#gate > form button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".state-on-hold")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Move_WithoutScript_IsMadeByPlainForms()
    {
        await using var office = new Office(browser, await demo.ProgramAsync(), new Visitor(Script: false));
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync(Cycle);

        await page.ClickAsync("details:has(#move-hold-reason) summary");
        await page.FillAsync("#move-hold-reason", "Menunggu anggaran.");
        await page.ClickAsync("details:has(#move-hold-reason) button");
        await page.SeeDoneAsync();
        await Expect(page.Locator(".state-on-hold").First).ToBeVisibleAsync();

        await page.ClickAsync("#gate > form button");
        await page.SeeDoneAsync();
        await Expect(page.Locator(".state-on-hold")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Filter_WithoutScript_IsAPlainForm()
    {
        await using var office = new Office(browser, await demo.ProgramAsync(), new Visitor(Script: false));
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync("/projects");

        await page.FillAsync("#f-q", "talang");
        await page.ClickAsync(".btn-filter");

        await Expect(page.Locator("#projects tbody th")).ToHaveTextAsync([DemoProject.TalangGulo]);
    }

    /// <summary>Presses Tab until the control has the focus, which it must have where it can be seen.</summary>
    private static async Task TabToAsync(IPage page, string control)
    {
        const int most = 200;
        var target = page.Locator(control);
        for (var presses = 0; presses < most; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                await Expect(target).ToBeInViewportAsync();
                return;
            }
        }
        Assert.Fail($"{control} is not reached within {most} presses of Tab.");
    }
}
