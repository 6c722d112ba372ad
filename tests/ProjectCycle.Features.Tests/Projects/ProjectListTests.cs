using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Reports;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Projects;

public sealed class ProjectListTests
{
    [Theory]
    [OnSqlite("", "A-1,B-2,C-3")]
    [OnPostgres("", "A-1,B-2,C-3")]
    [OnSqlite("?sort=-code", "C-3,B-2,A-1")]
    [OnPostgres("?sort=-code", "C-3,B-2,A-1")]
    [OnSqlite("?sort=-stage,code", "C-3,A-1,B-2")]
    [OnPostgres("?sort=-stage,code", "C-3,A-1,B-2")]
    [OnSqlite("?sort=next", "B-2,A-1,C-3")]
    [OnPostgres("?sort=next", "B-2,A-1,C-3")]
    [OnSqlite("?sort=-days", "C-3,A-1,B-2")]
    [OnPostgres("?sort=-days", "C-3,A-1,B-2")]
    [OnSqlite("?sort=partner", "A-1,B-2,C-3")]
    [OnSqlite("?sort=owner,-name", "B-2,C-3,A-1")]
    [OnSqlite("?q=SAMPAH", "A-1")]
    [OnPostgres("?q=SAMPAH", "A-1")]
    [OnSqlite("?q=air+bersih", "B-2")]
    [OnSqlite("?state=preparation", "C-3")]
    [OnSqlite("?region=15", "A-1,B-2,C-3")]
    [OnSqlite("?region=16", "")]
    [OnSqlite("?overdue=true", "B-2")]
    [OnPostgres("?overdue=true", "B-2")]
    [OnSqlite("?size=25&page=9", "A-1,B-2,C-3")]
    [OnSqlite("?sort=nonsense&unit=nonsense&page=-3", "A-1,B-2,C-3")]
    public async Task Page_WhenAddressSaysSo_ShowsTheseRowsInThisOrder_AndTheWorkbookTheSame(DatabaseProvider provider, string query, string codes)
    {
        await using var world = await WorldAsync(provider);
        var filter = ProjectListFilter.Parse(query);

        var page = await world.AsAsync<ProjectList, Paged<ProjectRow>>(Role.Staff, list => list.PageAsync(filter, default));
        var exported = await world.AsAsync<PortfolioQuery, List<string>>(Role.Staff, async portfolio =>
        {
            var rows = new List<string>();
            await foreach (var row in (await portfolio.LoadAsync(filter, "id", null, default)).Report.Projects)
                rows.Add(row.Code);
            return rows;
        });

        Assert.Equal(codes, string.Join(',', page.Rows.Select(r => r.Code)));
        Assert.Equal(codes, string.Join(',', exported));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Page_WhenThereAreMoreRows_AsksNoMoreQueries(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync("A-1");
        var few = await QueriesAsync(world);
        for (var i = 0; i < 30; i++)
            await world.RegisterAsync($"B-{i}");

        Assert.Equal(few, await QueriesAsync(world));
        Assert.Equal(3, few);
    }

    [Theory]
    [OnSqlite]
    public async Task Load_WhenAProjectWaitsAtAGate_ListsWhatIsUnmetAndItsLight(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider);

        var row = await world.AsAsync<PortfolioQuery, PortfolioProjectRow>(Role.Staff, async portfolio =>
        {
            await foreach (var first in (await portfolio.LoadAsync(ProjectListFilter.Parse("?q=B-2"), "en", new Uri("https://pc.test/"), default)).Report.Projects)
                return first;
            throw new InvalidOperationException("no row");
        });

        var gate = World.Templates.Current("generic")!.Moves.First(m => m.Kind == MoveKind.Advance).Gate;
        Assert.Equal(gate.Select(c => c.Text.En), row.UnmetConditions);
        Assert.Equal((Light.AtRisk, "https://pc.test/projects/B-2"), (row.Light, row.Url));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Page_WhenAnObstacleIsPicked_ShowsWhatItHoldsUpNow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var today = DateOnly.FromDateTime(FakeClock.Start);
        await world.RegisterAsync("FREE");
        await AddAsync(await world.RegisterAsync("BUDGET"), "O4.2", ended: null);
        await AddAsync(await world.RegisterAsync("OVER"), "O4.1", ended: today);
        await AddAsync(await world.RegisterAsync("LAW"), "O7.1", ended: null);

        Assert.Equal(["BUDGET"], await CodesAsync("?obstacle=O4"));
        Assert.Equal(["LAW"], await CodesAsync("?obstacle=O7.1"));
        Assert.Empty(await CodesAsync("?obstacle=O4.1"));

        Task AddAsync(string project, string code, DateOnly? ended) => world.AsAsync<SaveObstacle, Outcome<Guid>>(Role.Staff, save => save.AddAsync(
            project, new ObstacleInput { Code = code, Cause = "Sebab", StartedOn = today.AddDays(-9), EndedOn = ended }, default));

        Task<List<string>> CodesAsync(string query) => world.AsAsync<ProjectList, List<string>>(Role.Staff, async list =>
            [.. (await list.PageAsync(ProjectListFilter.Parse(query), default)).Rows.Select(row => row.Code)]);
    }

    [Fact]
    public void ToQuery_WhenParsedAgain_IsTheSameView()
    {
        var filter = ProjectListFilter.Parse("?q=air&state=closed&template=kfw&region=15.71&overdue=true&obstacle=O4&sort=-days,code&page=3&size=100&unit=0192f0c1-0000-7000-8000-000000000001");

        Assert.Equivalent(filter, ProjectListFilter.Parse(filter.ToQuery()));
        Assert.True(filter.IsNarrowed);
        Assert.Equal("", new ProjectListFilter().ToQuery());
        Assert.False(ProjectListFilter.Parse("?sort=name&page=2").IsNarrowed);
    }

    private static async Task<int> QueriesAsync(World world)
    {
        world.Services.Queries.Reset();
        await world.AsAsync<ProjectList, Paged<ProjectRow>>(Role.Staff, list => list.PageAsync(new ProjectListFilter(), default));
        return world.Services.Queries.Count;
    }

    private static async Task<World> WorldAsync(DatabaseProvider provider)
    {
        var world = await World.CreateAsync(provider);
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        await world.RegisterAsync("A-1", change: c => c.Details = c.Details with { NameId = "Pengelolaan Sampah", OwnerId = world.Person(Role.Staff).Id }, history: [new(StateCodes.Identification, today.AddDays(-30))]);
        await world.RegisterAsync("B-2", change: c => c.Details = c.Details with { NameId = "Air bersih" }, history: [new(StateCodes.Identification, today.AddDays(-5))]);
        await world.RegisterAsync("C-3", change: c => c.Details = c.Details with { NameId = "Wisata", Partners = [(world.Partner.Id, PartnerRole.Funding)], OwnerId = world.Person(Role.Manager).Id }, history:
        [
            new(StateCodes.Identification, today.AddDays(-90)), new(StateCodes.Preparation, today.AddDays(-60)),
        ]);
        await world.WriteAsync(async db =>
        {
            var project = (await world.ViewAsync("B-2"))!.Project;
            db.Add(Samples.Deadline(project, today.AddDays(-1)));
        });
        return world;
    }
}
