using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Browser.Tests.Pages;

/// <summary>An address to look at.</summary>
/// <param name="Role">Who looks; null for nobody signed in.</param>
public sealed record Stop(string Address, Role? Role);

/// <summary>The pages of the running program, so that a page written later is looked at without anybody thinking of it.</summary>
public sealed partial class SiteMap
{
    /// <summary>Who looks: a page is looked at by the first of them who may.</summary>
    public static readonly IReadOnlyList<Role> Lookers = [Role.Manager, Role.Auditor, Role.Administrator, Role.Reviewer, Role.Finance];

    /// <summary>Answers without a screen, and the page that is there only while nobody can sign in.</summary>
    private static readonly HashSet<string> WithoutScreen =
    [
        "/Account/SignOut",
        "/Deadlines/File",
        "/Deadlines/Subscription",
        "/Documents/Download",
        "/Notices/Open",
        "/Projects/Appraisal/Document",
        "/Projects/Evidence",
        "/Projects/Identification/NeedMapFile",
        "/Reports/File",
        "/Setup/Index",
    ];

    private readonly Dictionary<string, string> _values = new()
    {
        ["/Templates {id}"] = "kfw",
        ["/Templates {version}"] = "2",
        ["/Projects/Identification {id}"] = "new",
        ["/Projects/Preparation {kind}"] = "technical",
        ["/Projects/Preparation {criterion}"] = "land",
        ["/Projects/Preparation {id}"] = "new",
        ["/Projects/Actors {id}"] = "new",
        ["/Actors {id}"] = "new",
        ["/Projects/Appraisal {id}"] = "new",
        ["/Projects/Negotiation {id}"] = "new",
        ["/Projects/Ledger {id}"] = "new",
        ["/Projects/Contracts {code}"] = "JMB-KUMUH-UNHABITAT",
        ["/Projects/Contracts {id}"] = "new",
        ["/Projects/Advance {id}"] = "new",
        ["/Rates {id}"] = "new",
        [" {code}"] = "404", // the page of errors
    };

    private SiteMap()
    {
    }

    /// <summary>One stop for each address of each page, and some that show a page in another state.</summary>
    public static async Task<IReadOnlyList<Stop>> OfAsync(ServedProgram program)
    {
        var map = new SiteMap();
        var others = await program.ReadAsync(async db =>
        {
            var project = await db.Projects.FirstAsync(p => p.Code == DemoProject.TalangGulo);
            foreach (var folder in new[] { "", "/Work", "/Identification", "/Preparation", "/Actors", "/Appraisal", "/Negotiation", "/Ledger", "/Advance" })
                map._values[$"/Projects{folder} {{code}}"] = project.Code;
            var claimed = await db.WithdrawalLines.Where(l => l.ProjectId == project.Id).OrderBy(l => l.Id).FirstOrDefaultAsync();
            map._values["/Projects/Ledger {withdrawal}"] = $"{claimed?.ApplicationId}";
            map._values["/Projects/Ledger {line}"] = $"{claimed?.Id}";
            map._values["/Projects/Intent {code}"] = "NTB-ZHEJIANG";
            map._values["/Projects/Intent {id}"] = "new";
            map._values["/Projects/Matchmaking {code}"] = "BDL-SAMPAH";
            map._values["/Projects/Matchmaking {id}"] = $"{await db.PartnerCandidates.Where(c => c.Name == "Seoul").Select(c => c.Id).FirstAsync()}";
            var financing = await db.Financings.Where(f => f.ProjectId == project.Id).Select(f => f.Id).FirstAsync();
            map._values["/Projects/Ledger {financing}"] = $"{financing}";
            map._values["/Projects/Contracts {contract}"] = $"{await db.Contracts.Where(c => c.SignedOn != null && db.Projects.Any(p => p.Id == c.ProjectId && p.Code == "JMB-KUMUH-UNHABITAT")).Select(c => c.Id).FirstOrDefaultAsync()}";
            var account = await db.AdvanceAccounts.Where(a => a.ProjectId == project.Id).Select(a => a.Id).FirstAsync();
            map._values["/Projects/Advance {account}"] = $"{account}";
            var reconciled = await db.AccountReconciliations.Where(r => r.AccountId == account && r.ReconciledOn != null).Select(r => r.Id).FirstAsync();
            var line = await db.StatementLines.Where(l => l.AccountId == account).OrderByDescending(l => l.Position).Select(l => l.Id).FirstAsync();
            map._values["/Partners {id}"] = $"{project.LeadPartnerId}";
            map._values["/Admin/Units {id}"] = map._values["/Actors {unit}"] = $"{project.UnitId}";
            map._values["/Admin/Users {id}"] = $"{project.OwnerId}";
            map._values["/Reminders/Policies {id}"] = "new";
            var request = await db.OpenRequests.Where(r => r.ProjectId == project.Id).Select(r => r.Id).FirstAsync();
            map._values["/Reviews {id}"] = $"{request}";
            var states = new[] { StateCodes.Identification, StateCodes.OnHold, StateCodes.Closed, StateCodes.Dropped };
            var inStates = await db.Projects.Where(p => states.Contains(p.State)).GroupBy(p => p.State).Select(g => g.Min(p => p.Code)!).ToListAsync();
            return inStates.Select(code => new Stop($"/projects/{code}/cycle", Role.Auditor))
                .Append(new Stop($"/projects/{project.Code}/cycle", Role.Reviewer))
                .Append(new Stop("/reviews", Role.Reviewer))
                .Append(new Stop($"/reviews/{request}", Role.Reviewer))
                .Append(new Stop("/projects?q=nothing-is-called-so", Role.Manager))
                .Append(new Stop("/deadlines?show=overdue", Role.Manager))
                .Append(new Stop("/templates/generic", Role.Manager))
                .Append(new Stop($"/projects/{project.Code}/money/agreements/{financing}/edit", Role.Manager))
                .Append(new Stop($"/projects/{project.Code}/money/ratings/new?scale=Kfw", Role.Manager))
                .Append(new Stop("/money?q=nothing-is-called-so", Role.Manager))
                .Append(new Stop("/money/curve?q=nothing-is-called-so", Role.Manager))
                .Append(new Stop($"/projects/{project.Code}/money/advance/{account}/reconciliations/{reconciled}", Role.Finance))
                .Append(new Stop($"/projects/{project.Code}/money/advance/{account}/lines/{line}", Role.Finance))
                .Append(new Stop("/projects/NTB-ZHEJIANG/money", Role.Manager)) // without an agreement that pays
                .Append(new Stop("/projects/NTB-ZHEJIANG/money/categories/new", Role.Manager))
                .Append(new Stop("/templates/generic", Role.Administrator))
                .Append(new Stop($"/partners/{project.LeadPartnerId}?agreement=new#agreement", Role.Manager))
                .ToList();
        });
        return [.. Endpoints(program).Select(map.StopAt), .. others];
    }

    private static IEnumerable<RouteEndpoint> Endpoints(ServedProgram program) =>
        program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => PageOf(endpoint) is { } page && !WithoutScreen.Contains(page))
            .DistinctBy(endpoint => endpoint.RoutePattern.RawText);

    private Stop StopAt(RouteEndpoint endpoint) => new(AddressOf(endpoint), LookerAt(endpoint));

    private string AddressOf(RouteEndpoint endpoint)
    {
        var page = PageOf(endpoint)!;
        var folder = page[..page.LastIndexOf('/')];
        var path = Parameter().Replace(endpoint.RoutePattern.RawText!, parameter =>
            _values.GetValueOrDefault($"{folder} {{{parameter.Groups["name"].Value}}}")
            ?? throw new InvalidOperationException($"What stands for {parameter.Value} in {endpoint.RoutePattern.RawText}? Say it in SiteMap."));
        return $"/{path.TrimStart('/')}";
    }

    private static Role? LookerAt(RouteEndpoint endpoint)
    {
        var page = PageOf(endpoint);
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && page != "/Account/Preferences")
            return null;
        if (page == "/Projects/History")
            return Role.Auditor; // sees the most of it
        var rights = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => Rights.All.FirstOrDefault(right => right.Code == a.Policy)).OfType<Right>().ToList();
        return Lookers.First(role => rights.All(right => right.IsHeldBy([role])));
    }

    private static string? PageOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath;

    [GeneratedRegex(@"\{(?<name>[^:?}]+)[^}]*\}")]
    private static partial Regex Parameter();
}
