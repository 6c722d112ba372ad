using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Cycles;

/// <summary>The waste sorting plant of the demo, from a gate that does not let it pass to its last page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WalkTests(BrowserFixture browser)
{
    private const string SecondManager = "wakil@demo.local";

    [BrowserTheory, OnSqlite, OnPostgres]
    public async Task Project_WhenItsPeopleSupplyWhatEachGateAsksFor_GoesFromAppraisalToClosed(DatabaseProvider provider)
    {
        await using var program = await ServedProgram.WithDemoAsync(provider);
        await AddSecondManagerAsync(program);
        await using var office = new Office(browser, program);
        var desk = new GateDesk(office, program, DemoProject.WasteSorting);

        await SeeTheGateShutAsync(desk);
        await desk.SupplyAllAsync();
        var stale = await OpenElsewhereAsync(office, desk);
        await desk.MoveAsync();
        Assert.Equal(StateCodes.Negotiation, await desk.StateAsync());
        await SeeWhoMovedItAsync(stale);
        await SeeItInHistoryAsync(desk);
        await SeeItInAuditAsync(desk);
        await SeeNewDeadlinesAsync(desk);

        foreach (var state in new[] { StateCodes.Implementation, StateCodes.Evaluation, StateCodes.Closed })
        {
            await desk.SupplyAllAsync();
            await desk.MoveAsync();
            Assert.Equal(state, await desk.StateAsync());
        }
        await SeeItClosedAsync(desk);
    }

    /// <summary>Every missing thing in a sentence, no button to press, and no way round it.</summary>
    private static async Task SeeTheGateShutAsync(GateDesk desk)
    {
        var unmet = await desk.UnmetAsync();
        Assert.Equal(
            ["bmz-commissions", "counterpart-stated", "has-appraisal-report", "in-activity-list", "pmu-is-set-up"],
            unmet.Select(condition => condition.Code).Order(StringComparer.Ordinal));
        var page = await desk.OpenAsync(Role.Manager);
        foreach (var condition in unmet)
            await Expect(page.Locator($"#condition-{condition.Code}")).ToContainTextAsync(condition.Text.Id);
        await Expect(page.Locator("#gate .gate-shut button")).ToBeDisabledAsync();
        await Expect(page.Locator("#gate-why")).ToContainTextAsync("5");

        await PostTheMoveAsync(page);
        foreach (var condition in unmet)
            await Expect(page.Locator(".faults")).ToContainTextAsync(condition.Text.Id);
        Assert.Equal(StateCodes.Appraisal, await desk.StateAsync());
    }

    /// <summary>As the button would, were it not disabled.</summary>
    private static Task PostTheMoveAsync(IPage page) => page.EvaluateAsync("""
        () => {
          const form = document.querySelector('#more-moves form').cloneNode(true);
          form.querySelector('[name="Move.Kind"]').value = 'Advance';
          document.body.append(form);
          form.submit();
        }
        """);

    private static async Task<IPage> OpenElsewhereAsync(Office office, GateDesk desk)
    {
        var page = await office.SignedInAsync(SecondManager);
        await page.GotoAsync(desk.CycleAddress);
        return page;
    }

    /// <summary>Their page still offers the move that the first manager has made.</summary>
    private static async Task SeeWhoMovedItAsync(IPage stale)
    {
        await stale.ClickAsync("#gate > form button");
        await Expect(stale.Locator(".faults")).ToContainTextAsync("Kepala PMU (contoh) memindahkan proyek ini");
        await Expect(stale.Locator(".faults")).ToContainTextAsync("Sekarang berada di: Negosiasi");
    }

    private static async Task SeeItInHistoryAsync(GateDesk desk)
    {
        var page = await desk.OpenAsync(Role.Staff);
        await page.GotoAsync($"{desk.Address}/history");
        var moves = page.Locator(".timeline > li");
        await Expect(moves.Filter(new LocatorFilterOptions { HasText = "Penilaian → Negosiasi" })).ToHaveCountAsync(1);
        await Expect(moves.Filter(new LocatorFilterOptions { HasText = "Penilaian → Negosiasi" })).ToContainTextAsync("Kepala PMU (contoh)");
        await Expect(page.Locator("table").Filter(new LocatorFilterOptions { HasText = "S-17/2026" })).ToBeVisibleAsync();
        await Expect(page.Locator("#audit")).ToHaveCountAsync(0);
    }

    private static async Task SeeItInAuditAsync(GateDesk desk)
    {
        var page = await desk.OpenAsync(Role.Auditor);
        await page.GotoAsync($"{desk.Address}/history");
        var change = page.Locator("#audit tr").Filter(new LocatorFilterOptions { Has = page.Locator("del", new PageLocatorOptions { HasText = "Penilaian" }) })
            .Filter(new LocatorFilterOptions { Has = page.Locator("ins", new PageLocatorOptions { HasText = "Negosiasi" }) });
        await Expect(change.First).ToContainTextAsync("Kepala PMU (contoh)");
        await Expect(change.First).ToContainTextAsync("127.0.0.1");
    }

    private static async Task SeeNewDeadlinesAsync(GateDesk desk)
    {
        var page = await desk.OpenAsync(Role.Staff);
        await page.GotoAsync($"{desk.Address}/deadlines");
        var rules = desk.Template.State(StateCodes.Negotiation).Deadlines;
        Assert.NotEmpty(rules);
        foreach (var rule in rules)
            await Expect(page.Locator("article.deadline").Filter(new LocatorFilterOptions { HasText = rule.Name.Id })).ToHaveCountAsync(1);
    }

    private static async Task SeeItClosedAsync(GateDesk desk)
    {
        var page = await desk.OpenAsync(Role.Manager);
        await Expect(page.Locator(".state-note.state-closed")).ToBeVisibleAsync();
        await Expect(page.Locator("#gate")).ToHaveCountAsync(0);
        await page.GotoAsync($"{desk.Address}/history");
        await Expect(page.Locator(".timeline > li").Filter(new LocatorFilterOptions { HasText = "Evaluasi → Ditutup" })).ToHaveCountAsync(1);
    }

    private static Task AddSecondManagerAsync(ServedProgram program) => program.InScopeAsync(async services =>
    {
        var units = await services.GetRequiredService<AppDbContext>().Units.Where(unit => unit.Code == "JMB").ToArrayAsync();
        return await services.GetRequiredService<UserManager<User>>().CreateAsync(Samples.User(SecondManager, [Role.Manager], units), ServedProgram.Password);
    });
}
