using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Browser.Tests.Ledger;

/// <summary>The money of one project, worked on in the browser by its people: they find the forms where the pages lead.</summary>
internal sealed class MoneyDesk(Office office, string code)
{
    public string Address => $"/projects/{code}/money";

    /// <summary>A page of the money tab before this person.</summary>
    public async Task<IPage> OpenAsync(Role role, string part = "")
    {
        var page = await office.AtAsync(role);
        await page.GotoAsync(Address + part);
        return page;
    }

    /// <summary>Fills in a form, presses save and sees that it was saved.</summary>
    public async Task<IPage> SaveAsync(Role role, string part, params (string Field, string Value)[] values)
    {
        var page = await OpenAsync(role, part);
        foreach (var (field, value) in values)
            await PutAsync(page.Locator($"#Input_{field}"), value);
        await page.ClickAsync(".form-actions button.btn-primary");
        await page.SeeDoneAsync();
        return page;
    }

    /// <summary>Makes a step of an application on its page.</summary>
    public async Task<IPage> StepAsync(Role role, string application, WithdrawalStep step, DateOnly on, string note = "", string notice = "")
    {
        var page = await OpenAsync(role, application);
        var form = page.Locator("#steps details").Filter(new LocatorFilterOptions { Has = page.Locator($"input[name='Step.Step'][value='{step}']") });
        await form.Locator("summary").ClickAsync();
        await form.Locator("input[name='Step.On']").FillAsync(on.Iso());
        await form.Locator("textarea").FillAsync(note);
        if (notice.Length > 0)
            await form.Locator("input[name='Step.NoticeNumber']").FillAsync(notice);
        await form.Locator("button[type=submit]").ClickAsync();
        await page.SeeDoneAsync();
        return page;
    }

    /// <summary>The value of the choice whose words hold <paramref name="words"/>.</summary>
    public static async Task<string> ChoiceAsync(IPage page, string field, string words) =>
        (await page.Locator($"#Input_{field} option").Filter(new LocatorFilterOptions { HasText = words }).First.GetAttributeAsync("value"))!;

    /// <summary>Asks on the page of workbooks for some of them, and fetches each when it is made.</summary>
    public async Task<IReadOnlyList<WorkbookFile>> WorkbooksAsync(Role role, params string[] reports)
    {
        var titles = new List<string>();
        foreach (var report in reports)
        {
            var asking = await OpenAsync(role, "/reports");
            var button = asking.Locator($"button[name=report][value={report}]");
            titles.Add(await asking.Locator("tr").Filter(new LocatorFilterOptions { Has = button }).Locator("th").InnerTextAsync());
            await button.ClickAsync();
            await asking.WaitForURLAsync("**/reports");
        }
        var page = await office.AtAsync(role);
        var files = new List<WorkbookFile>();
        foreach (var title in titles)
        {
            var row = page.Locator("#runs tbody tr").Filter(new LocatorFilterOptions { Has = page.GetByRole(AriaRole.Rowheader, new PageGetByRoleOptions { Name = title, Exact = true }) }).First;
            var download = await page.RunAndWaitForDownloadAsync(() => row.Locator("a[download]").ClickAsync());
            files.Add(WorkbookFile.Read(await download.PathAsync()));
        }
        return files;
    }

    private static async Task PutAsync(ILocator input, string value)
    {
        var kind = await input.EvaluateAsync<string>("input => input.type");
        await (kind switch
        {
            "select-one" => input.SelectOptionAsync(value),
            "checkbox" => input.SetCheckedAsync(value == "true"),
            _ => input.FillAsync(value),
        });
    }
}
