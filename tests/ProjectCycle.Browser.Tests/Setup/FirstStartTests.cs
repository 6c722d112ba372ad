using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Account;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Setup;

/// <summary>From an empty data folder to the second person at work.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class FirstStartTests(BrowserFixture browser)
{
    private const string Administrator = "siti@jambi.example";
    private const string Newcomer = "budi@jambi.example";
    private const string Password = "kapal-biru-di-teluk";

    [BrowserFact]
    public async Task Program_WhenNobodyIsThere_IsSetUpAndOpenedToAnother()
    {
        await using var program = await ServedProgram.EmptyAsync();
        await using var office = new Office(browser, program);
        var page = await office.VisitAsync();

        await MakeTheAdministratorAsync(office, page, program.Services.GetRequiredService<SetupLink>().Make().PathAndQuery);
        await AddUnitAsync(page);
        await InviteAsync(page);
        await FollowTheInvitationAsync(await office.VisitAsync(), program);
        await AddAndRemoveDayOffAsync(page);
    }

    /// <summary>The link opens for two people and serves one of them.</summary>
    private static async Task MakeTheAdministratorAsync(Office office, IPage page, string link)
    {
        var late = await office.VisitAsync();
        await late.GotoAsync(link);
        await FillSetupAsync(late, "lambat@jambi.example");

        await page.GotoAsync(link);
        await FillSetupAsync(page, Administrator);
        await page.ClickAsync("main button[type=submit]");
        await Expect(page.Locator(".topbar-unit")).ToHaveTextAsync("PMU Kota Jambi");

        await late.ClickAsync("main button[type=submit]");
        await Expect(late.Locator("h1")).ToHaveTextAsync("Tidak ditemukan");
        Assert.Equal(404, (await late.GotoAsync(link))!.Status);
    }

    private static async Task FillSetupAsync(IPage page, string mail)
    {
        await page.FillAsync("#Input_Name", "Siti Rahmawati");
        await page.FillAsync("#Input_Mail", mail);
        await page.FillAsync("#Input_Password", Password);
        await page.FillAsync("#Input_UnitName", "PMU Kota Jambi");
        await page.FillAsync("#Input_UnitCode", "PMU-JAMBI");
        await page.SelectOptionAsync("#Input_RegionCode", "15.71");
        await page.SelectOptionAsync("#Input_Zone", "Wib");
    }

    private static async Task AddUnitAsync(IPage page)
    {
        await page.GotoAsync("/admin/units");
        await page.ClickAsync(".page-actions a");
        await page.FillAsync("#Input_Name", "PMU Kota Mataram");
        await page.FillAsync("#Input_Code", "PMU-MATARAM");
        await page.SelectOptionAsync("#Input_RegionCode", "52.71");
        await page.SelectOptionAsync("#Input_Zone", "Wita");
        await page.ClickAsync(".form-actions button");
        await page.SeeDoneAsync();
        await Expect(page.Locator("tbody th")).ToHaveTextAsync(["PMU Kota Jambi", "PMU Kota Mataram"]);
    }

    private static async Task InviteAsync(IPage page)
    {
        await page.GotoAsync("/admin/users");
        await page.ClickAsync(".page-actions a");
        await page.FillAsync("#Input_DisplayName", "Budi Santoso");
        await page.FillAsync("#Input_Email", Newcomer);
        await page.CheckAsync($"#role-{Role.Staff}");
        await page.GetByLabel("PMU Kota Mataram").CheckAsync();
        await page.ClickAsync(".form-actions button");
        await Expect(page.Locator(".flash-ok")).ToContainTextAsync(Newcomer);
        await Expect(page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = Newcomer })).ToContainTextAsync("PMU Kota Mataram");
    }

    private static async Task FollowTheInvitationAsync(IPage page, ServedProgram program)
    {
        var link = new Uri(Link().Match((await program.MailToAsync(Newcomer)).Text).Value).PathAndQuery;
        await page.GotoAsync(link);
        await page.FillAsync("#Password", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.SeeDoneAsync();
        await page.SignInAsync(Newcomer, Password);
        await Expect(page.Locator(".topbar-unit")).ToHaveTextAsync("PMU Kota Mataram");
        await Expect(page.Locator("#rail")).Not.ToContainTextAsync("Pengguna");
    }

    private static async Task AddAndRemoveDayOffAsync(IPage page)
    {
        await page.GotoAsync("/admin/calendars?year=2027");
        await page.FillAsync("#Input_Date", "2027-05-28");
        await page.FillAsync("#Input_Name", "Hari jadi Kota Jambi");
        await page.SelectOptionAsync("#Input_UnitId", new SelectOptionValue { Label = "PMU Kota Jambi" });
        await page.ClickAsync(".form-actions button");
        await page.SeeDoneAsync();
        var day = page.Locator(".days-off li").Filter(new LocatorFilterOptions { HasText = "Hari jadi Kota Jambi" });
        await Expect(day).ToContainTextAsync("PMU Kota Jambi");

        await day.GetByRole(AriaRole.Button).ClickAsync();
        await page.SeeDoneAsync();
        await Expect(day).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"https?://\S+/account/reset-password\S+")]
    private static partial Regex Link();
}
