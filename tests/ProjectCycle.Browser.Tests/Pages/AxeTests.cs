using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Account;

namespace ProjectCycle.Browser.Tests.Pages;

/// <summary>Every page in both languages: there and quiet in the console; accessible, light and dark, and no wider than a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AxeTests(BrowserFixture browser, DemoFixture demo)
{
    /// <summary>Pages laid out differently on a phone are checked there as well.</summary>
    private static readonly string[] OnPhone = ["/", "/projects", $"/projects/{DemoProject.TalangGulo}/cycle", "/deadlines", "/admin/background"];

    /// <summary>The first looker sees most pages: so many walks share them, since a test that is silent for long is taken for hung.</summary>
    private const int Walks = 4;

    /// <summary>Each language and each person of the site map, and which of their walks; null stands for nobody signed in.</summary>
    public static TheoryData<string, Role?, int> Looks
    {
        get
        {
            var looks = new TheoryData<string, Role?, int>();
            foreach (var language in new[] { "id-ID", "en-GB" })
            {
                looks.Add(language, null, 0);
                foreach (var role in SiteMap.Lookers)
                    for (var walk = 0; walk < WalksOf(role); walk++)
                        looks.Add(language, role, walk);
            }
            return looks;
        }
    }

    private static int WalksOf(Role? looker) => looker == SiteMap.Lookers[0] ? Walks : 1;

    [BrowserTheory, MemberData(nameof(Looks))]
    public async Task Pages_WithTheDemo_AreSound(string language, Role? looker, int walk)
    {
        var program = await demo.ProgramAsync();
        await using var office = new Office(browser, program, new Visitor(language));
        var stops = (await SiteMap.OfAsync(program)).Where(stop => stop.Role == looker).Select(stop => stop.Address)
            .Where((_, i) => i % WalksOf(looker) == walk).ToList();

        var faults = await LookAsync(looker is { } role ? await office.AtAsync(role) : await office.VisitAsync(), stops);

        Assert.NotEmpty(stops);
        AssertNone(faults);
    }

    [BrowserTheory]
    [InlineData("id-ID")]
    [InlineData("en-GB")]
    public async Task Pages_WhenThereIsNothingYet_AreSound(string language)
    {
        await using var program = await ServedProgram.EmptyAsync();
        await using var office = new Office(browser, program, new Visitor(language));
        var faults = await LookAsync(await office.VisitAsync(), [program.Services.GetRequiredService<SetupLink>().Make().PathAndQuery]);

        await AddPersonOfAllRolesAsync(program, "siti@demo.local");
        faults.AddRange(await LookAsync(await office.SignedInAsync("siti@demo.local"), [
            "/", "/projects", "/projects/new", "/deadlines", "/reports", "/partners",
            "/admin/users", "/admin/units", "/admin/users/new", "/admin/calendars?year=2030", "/admin/background",
        ]));

        AssertNone(faults);
    }

    [BrowserTheory]
    [InlineData("id-ID")]
    [InlineData("en-GB")]
    public async Task Forms_WhenTheyComeBack_AreSound(string language)
    {
        await using var office = new Office(browser, await demo.ProgramAsync(), new Visitor(language));
        var faults = new List<string>();

        await SendEmptyAsync(await office.VisitAsync(), "/account/sign-in");
        await SendEmptyAsync(await office.AtAsync(Role.Manager), "/projects/new");
        await SendEmptyAsync(await office.AtAsync(Role.Manager), "/partners/new");
        await SendEmptyAsync(await office.AtAsync(Role.Administrator), "/admin/users/new");
        await SendEmptyAsync(await office.AtAsync(Role.Administrator), "/admin/calendars");

        AssertNone(faults);

        async Task SendEmptyAsync(IPage page, string address)
        {
            var watch = new ErrorWatch(page);
            await page.GotoAsync(address);
            await page.ClickAsync("main form .btn-primary");
            await Assertions.Expect(page.Locator(".faults").First).ToBeVisibleAsync();
            faults.AddRange(await FaultsAsync(page, address, watch));
        }
    }

    private static async Task<List<string>> LookAsync(IPage page, IEnumerable<string> addresses)
    {
        var watch = new ErrorWatch(page);
        var faults = new List<string>();
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            if (answer?.Ok != true && !IsError(address))
                faults.Add($"{address}: answers {answer?.Status}");
            else if (page.Url.Contains("sign-in", StringComparison.Ordinal) && address != "/account/sign-in")
                faults.Add($"{address}: asks to sign in");
            faults.AddRange(await FaultsAsync(page, address, watch));
        }
        return faults;
    }

    /// <summary>What is wrong with the page as it stands, with all that can be unfolded in it unfolded: what the console says, and in Indonesian all the rest.</summary>
    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, string address, ErrorWatch watch)
    {
        // The browser tells of the error page's own status; that is what was asked for.
        var faults = watch.Take().Where(error => !(IsError(address) && error.Contains("404", StringComparison.Ordinal))).ToList();
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        if (await page.GetAttributeAsync("html", "lang") == "id") // the markup is the same in English, and its words are the shorter ones
        {
            faults.AddRange(await page.AxeFaultsAsync());
            faults.AddRange(await FaultsOnPhoneAsync(page, address));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await page.ContrastFaultsAsync()).Select(fault => $"dark: {fault}"));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        }
        watch.Take(); // what axe itself does is not the page's doing
        return faults.Select(fault => $"{address}: {fault}");
    }

    private static async Task<List<string>> FaultsOnPhoneAsync(IPage page, string address)
    {
        var faults = new List<string>();
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(390, 844);
        if (await page.ScrollsSidewaysAsync())
            faults.Add("scrolls sideways on a phone");
        if (OnPhone.Contains(address))
            faults.AddRange((await page.AxeFaultsAsync()).Select(fault => $"on a phone: {fault}"));
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return faults;
    }

    private static bool IsError(string address) => address.StartsWith("/error/", StringComparison.Ordinal);

    private static void AssertNone(List<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private static Task AddPersonOfAllRolesAsync(ServedProgram program, string mail) => program.InScopeAsync(services =>
        services.GetRequiredService<UserManager<User>>().CreateAsync(Samples.User(mail, Enum.GetValues<Role>()), ServedProgram.Password));
}
