using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Browser.Tests.Projects;

/// <summary>The filters that come when they are asked for.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MoreFiltersTests(BrowserFixture browser, DemoFixture demo)
{
    [BrowserFact]
    public async Task MoreFilters_WhenOpened_ComeAndNarrowTheListInPlace()
    {
        await using var office = new Office(browser, await demo.ProgramAsync(), new Visitor());
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync("/projects");

        await page.ClickAsync(".more-filters summary");
        await page.SelectOptionAsync("#f-partner", new SelectOptionValue { Label = "UN-Habitat" });

        await Assertions.Expect(page.Locator(".filter-chip")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#projects tbody tr")).ToContainTextAsync([DemoProject.SlumUpgrading]);
        Assert.Contains("partner=", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task MoreFilters_WithoutScript_AreOneLinkAway()
    {
        await using var office = new Office(browser, await demo.ProgramAsync(), new Visitor(Script: false));
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync("/projects");

        await page.ClickAsync(".more-filters summary");
        await page.ClickAsync(".more-fields a");

        await Assertions.Expect(page.Locator("#f-region")).ToBeVisibleAsync();
    }
}
