using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.People;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Background;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Security;

/// <summary>
/// What must not reach a person does not, by any address of the running program: words that stand nowhere else are put into the
/// fallback of a negotiation and all over a project of another agreement, and every answer is searched for them, also inside of
/// archives and workbooks.
/// </summary>
public sealed partial class LeakTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>, IAsyncLifetime
{
    /// <summary>In the confidential notes of a project that observers may see.</summary>
    private const string Secret = "zirkonmundurrahasia";

    /// <summary>All over a project that they may not see.</summary>
    private const string Foreign = "kuarsaasingrahasia";

    private const string ForeignCode = "FRN-9";
    private const int MostAddresses = 700;

    /// <summary>Addresses with words to search for that do not repeat the marker itself, and those with a query of their own.</summary>
    private static readonly string[] MoreAddresses =
    [
        "/projects?q=kuarsaasing", "/projects?q=zirkonmundur", "/projects?q=FRN", "/deadlines?show=all", "/deadlines?show=done", "/obstacles?open=true",
        "/projects/JMB-1/history?page=1", "/projects/JMB-1/template?to=1", "/projects/JMB-1/evidence", "/reports?handler=Runs",
        "/templates/kfw/2?handler=Text", "/templates/kfw/2/diagram?handler=Source", $"/projects/{ForeignCode}/evidence",
    ];

    private static FurnishedOffice? _marked;

    public async Task InitializeAsync()
    {
        if (ReferenceEquals(_marked, office))
            return;
        await MarkAsync();
        _marked = office;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Observer_OnEveryAddress_MeetsNeitherTheFallbackNorTheOtherAgreement()
    {
        var (browser, _) = await office.PersonAsync(Role.Observer);

        Assert.Equal([], await LeaksAsync(browser, [Secret, Foreign], MustOpen("", "/cycle", "/work", "/work/positions", "/work/rounds", "/history", "/evidence")));
    }

    [Fact]
    public async Task Administrator_OnEveryAddress_MeetsNoFallback()
    {
        var (browser, _) = await office.PersonAsync(Role.Administrator);

        Assert.Equal([], await LeaksAsync(browser, [Secret], MustOpen("", "/cycle", "/work", "/work/positions")));
    }

    [Fact]
    public async Task Observer_WhoExportsAll_GetsAWorkbookWithoutEither()
    {
        var (browser, observer) = await office.PersonAsync(Role.Observer);

        var words = await WorkbookAsync(browser, observer);

        Assert.Contains(FurnishedOffice.Code, words, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Foreign, words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ForeignCode, words, StringComparison.Ordinal);
    }

    /// <summary>The same searches do find what is there.</summary>
    [Fact]
    public async Task Staff_OnTheSamePages_MeetWhatTheyMayRead()
    {
        var (staff, user) = await office.PersonAsync(Role.Staff);
        var (auditor, _) = await office.PersonAsync(Role.Auditor);

        Assert.Contains(Secret, (await staff.GetAsync("/projects/JMB-1/work/positions")).Text, StringComparison.Ordinal);
        Assert.Contains(Secret, (await staff.GetAsync("/projects/JMB-1/work/rounds")).Text, StringComparison.Ordinal);
        Assert.Contains(Secret, (await auditor.GetAsync("/projects/JMB-1/history")).Text, StringComparison.Ordinal);
        Assert.Contains(Foreign, (await staff.GetAsync("/projects?q=kuarsaasing")).Text, StringComparison.Ordinal);
        Assert.Contains(Foreign, await WordsOfAsync(await staff.GetAsync("/deadlines/calendar.ics")), StringComparison.Ordinal);
        Assert.Contains(Foreign, await WordsOfAsync(await staff.GetAsync($"/projects/{ForeignCode}/evidence")), StringComparison.Ordinal);
        var words = await WorkbookAsync(staff, user);
        Assert.Contains(Foreign, words, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, words, StringComparison.Ordinal); // nobody's export holds it
    }

    [Fact]
    public async Task Mails_ToObservers_HoldNeither()
    {
        var (_, observer) = await office.PersonAsync(Role.Observer);
        await office.Program.InScopeAsync(services => services.GetRequiredService<PlanReminders>().RunAsync(
            IndonesianZone.Wib, DateOnly.FromDateTime(FakeClock.Start).AddDays(40), dryRun: false, default));

        var mails = await office.Program.ReadAsync(db => db.Mails.AsNoTracking().ToListAsync());

        Assert.DoesNotContain(mails, mail => mail.RecipientId == observer.Id);
        Assert.All(mails, mail => Assert.DoesNotContain(Secret, mail.Subject + mail.Text + mail.Html, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(mails, mail => mail.Text.Contains(Foreign, StringComparison.OrdinalIgnoreCase)); // reminders of its deadlines went to their people
    }

    /// <summary>A new place that reads the tables with confidential notes is a decision: it must leave them in the database.</summary>
    [Fact]
    public void Sources_ThatReadConfidentialNotes_AreThoseOfTheList() =>
        Assert.Equal(
            ["ActionList.cs", "AppDbContext.cs", "NegotiationCheck.cs", "NegotiationRows.cs", "PositionMatrix.cs", "RoundList.cs", "SaveRound.cs"],
            Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Repository.PathOf("Hangfire"), "*.cs", SearchOption.AllDirectories))
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains("Migrations", StringComparison.Ordinal))
                .Where(file => NotesTable().IsMatch(File.ReadAllText(file)))
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal));

    private static string[] MustOpen(params string[] tabs) => [.. tabs.Select(tab => $"/projects/{FurnishedOffice.Code}{tab}")];

    /// <summary>Every page with every value its address may take, and wherever their links lead: the addresses whose answer holds one of the words.</summary>
    private async Task<IReadOnlyList<string>> LeaksAsync(Browser browser, string[] words, string[] mustOpen)
    {
        var leaks = new List<string>();
        var opened = new HashSet<string>();
        var known = new HashSet<string>();
        var waiting = new Queue<string>((await AddressesAsync()).Concat(MoreAddresses).Concat(mustOpen).Where(known.Add));
        while (waiting.TryDequeue(out var address))
        {
            var answer = await browser.GetAsync(address);
            Assert.True(answer.Status != HttpStatusCode.InternalServerError, $"{address} fails");
            var text = await WordsOfAsync(answer);
            leaks.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{address}: {word}"));
            if (answer.Status == HttpStatusCode.OK)
                opened.Add(address);
            foreach (var link in LinksOf(answer).Where(link => known.Count < MostAddresses && known.Add(link)))
                waiting.Enqueue(link);
        }
        Assert.Superset(mustOpen.ToHashSet(), opened);
        return leaks;
    }

    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var ids = await office.Program.ReadAsync(async db => (List<Guid>)
        [
            .. await db.NegotiationPositions.Select(p => p.Id).ToListAsync(),
            .. await db.NegotiationRounds.Select(r => r.Id).ToListAsync(),
            .. await db.DecisionRequests.Select(r => r.Id).ToListAsync(),
            .. await db.DocumentVersions.Select(v => v.Id).ToListAsync(),
            .. await db.Partners.Select(p => p.Id).ToListAsync(),
        ]);
        var values = new Dictionary<string, string[]>
        {
            ["code"] = [FurnishedOffice.Code, ForeignCode],
            ["id"] = [.. ids.Select(id => $"{id}"), "new", "kfw"],
            ["version"] = [.. ids.Select(id => $"{id}"), "1"],
        };
        return [.. office.Program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { ViewEnginePath: not "/Account/SignOut" })
            .SelectMany(endpoint => Filled($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", values))
            .Distinct()];
    }

    private static IEnumerable<string> Filled(string pattern, Dictionary<string, string[]> values)
    {
        var parameter = Parameter().Match(pattern);
        return parameter.Success
            ? values.GetValueOrDefault(parameter.Groups["name"].Value, ["1"]).SelectMany(value => Filled(pattern.Replace(parameter.Value, value, StringComparison.Ordinal), values))
            : [pattern];
    }

    private static IEnumerable<string> LinksOf(Answer answer) =>
        answer.Message.Content.Headers.ContentType?.MediaType == "text/html"
            ? Link().Matches(answer.Text).Select(link => link.Groups["to"].Value.Split('#')[0]).Where(to => !to.Contains("sign-out", StringComparison.Ordinal))
            : [];

    /// <summary>All that stands in an answer, archives opened.</summary>
    private static async Task<string> WordsOfAsync(Answer answer)
    {
        var bytes = await answer.Message.Content.ReadAsByteArrayAsync();
        return bytes is [(byte)'P', (byte)'K', ..] ? WordsOfArchive(new MemoryStream(bytes)) : Unfolded(answer.Text);
    }

    /// <summary>A calendar breaks its lines in the middle of words.</summary>
    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string WordsOfArchive(Stream archive)
    {
        var words = new StringBuilder();
        using var zip = new ZipArchive(archive);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open())
                packed.CopyTo(content);
            var isArchive = content.ToArray() is [(byte)'P', (byte)'K', ..];
            content.Position = 0;
            words.Append(entry.FullName).Append('\n').Append(isArchive ? WordsOfArchive(content) : WebUtility.HtmlDecode(Encoding.UTF8.GetString(content.ToArray()))).Append('\n');
        }
        return words.ToString();
    }

    /// <summary>The portfolio as this person exports it.</summary>
    private async Task<string> WorkbookAsync(Browser browser, User user)
    {
        await browser.SubmitAsync("/reports", "/reports?handler=Whole");
        var run = await office.Program.ReadAsync(db => db.ReportRuns.Where(r => r.RequestedById == user.Id).Select(r => r.Id).SingleAsync());
        await office.Program.InScopeAsync(async services =>
        {
            await services.GetServices<IOutboxHandler>().Single(handler => handler.Kind == OutboxKinds.BuildReport).HandleAsync(run, default);
            return true;
        });
        return await WordsOfAsync(await browser.GetAsync($"/reports/{run}/file"));
    }

    private Task<bool> MarkAsync() => office.Program.InScopeAsync(async services =>
    {
        var staff = await services.GetRequiredService<Data.AppDbContext>().Users.FirstAsync(u => u.Roles.Any(r => r.Role == Role.Staff));
        services.GetRequiredService<CurrentUser>().Become(new Person(staff.Id, staff.DisplayName, "en", [Role.Staff], [office.Unit.Id], []), "");
        var due = DateOnly.FromDateTime(FakeClock.Start).AddDays(30);

        Sound(await services.GetRequiredService<SaveRound>().AddAsync(FurnishedOffice.Code, new RoundInput { HeldOn = due, IsOnline = true, Strategy = Secret }, default));
        await AddPositionAsync(services, FurnishedOffice.Code, new PositionInput { AgendaItem = "Biaya", Ours = "Mitra menanggung.", Fallback = Secret });

        var other = Samples.Partner($"Mitra {Foreign}");
        var agreement = Samples.Agreement(other);
        await office.Program.WriteAsync(other, agreement);
        var details = Samples.Details(office.Unit, ForeignCode) with
        {
            NameEn = Foreign,
            NameId = Foreign,
            Summary = Foreign,
            AgreementId = agreement.Id,
            OwnerId = staff.Id,
            Partners = [(other.Id, Domain.Projects.PartnerRole.Funding)],
        };
        Sound(await services.GetRequiredService<RegisterProject>().HandleAsync(details, "generic", [], default));
        await AddPositionAsync(services, ForeignCode, new PositionInput
        {
            AgendaItem = Foreign,
            Ours = Foreign,
            Interest = Foreign,
            Fallback = Secret,
            Theirs = Foreign,
            Outcome = PositionOutcome.Agreed,
            AgreedText = Foreign,
            TextReference = Foreign,
        });
        Sound(await services.GetRequiredService<AttachDocument>().HandleAsync(ForeignCode, World.TextFile(AttachDocument.Other, Foreign) with { Title = Foreign }, default));
        Sound(await services.GetRequiredService<SetDeadline>().AddAsync(ForeignCode, new DeadlineInput { Title = Foreign, DueOn = due }, default));
        Sound(await services.GetRequiredService<SaveObstacle>().AddAsync(ForeignCode, new ObstacleInput { Code = "O4.1", Cause = Foreign, StartedOn = due.AddDays(-30) }, default));
        return true;
    });

    private static async Task AddPositionAsync(IServiceProvider services, string code, PositionInput input) =>
        Sound(await services.GetRequiredService<SavePosition>().AddAsync(code, input, default));

    private static void Sound<T>(Outcome<T> outcome) => _ = outcome.Value;

    [GeneratedRegex(@"\bNegotiation(Positions|Rounds)\b(?!"")|Set<Negotiation(Position|Round)>")]
    private static partial Regex NotesTable();

    [GeneratedRegex(@"\{(?<name>[^:?}]+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""(?:href|hx-get|src)="(?<to>/[^"]*)""")]
    private static partial Regex Link();
}
