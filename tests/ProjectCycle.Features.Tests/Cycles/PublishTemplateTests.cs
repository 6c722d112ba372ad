using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class PublishTemplateTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Publish_WhenSound_IsForNewProjectsAtOnceAndLeavesRunningOnesAlone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var running = await world.RegisterAsync("JMB-01");

        var published = await PublishAsync(world, GenericEditions.Later());

        Assert.Equal(("generic", 2), (published.Value.Id, published.Value.Version));
        var fresh = await world.RegisterAsync("JMB-02");
        Assert.Equal(2, (await world.ViewAsync(fresh))!.Template.Version);
        Assert.Equal(1, (await world.ViewAsync(running))!.Template.Version);
        await world.SupplyAsync(running, MoveKind.Advance);
        Assert.Equal(StateCodes.Preparation, (await world.MoveAsync(running, MoveKind.Advance)).Value.To);
        Assert.Equal(2, (await world.AsAsync<ProjectList, Paged<ProjectRow>>(Role.Manager, l => l.PageAsync(new ProjectListFilter { Template = "generic" }, default))).Total);
        var stored = await world.ReadAsync(db => db.Templates.SingleAsync());
        Assert.Equal((world.Person(Role.Administrator).Id, "generic.yaml"), (stored.PublishedById!.Value, stored.Source));
        var audit = await world.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Entity == "StoredTemplate"));
        Assert.Equal(("administrator", "generic/2", "added"), (audit.UserName, audit.EntityId, audit.Action));
        Assert.Contains(stored.Hash, audit.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("documentKinds", audit.Changes, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    public async Task Publish_WhenTheTextIsBroken_TellsEachFaultWithItsLine(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var text = GenericEditions.Replaced(GenericEditions.Numbered(2), "subject: concept-note\n", "subject: concept-paper\n");
        var line = text.Split('\n').ToList().FindIndex(l => l.Contains("concept-paper", StringComparison.Ordinal)) + 1;

        var refused = await PublishAsync(world, text);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(("template-fault", "Text", line), (refusal.Code, refusal.Field, (int)refusal.Args[0]));
        Assert.Contains("'concept-paper' is not among the documentKinds", (string)refusal.Args[1], StringComparison.Ordinal);
        Assert.Equal(0, await world.ReadAsync(db => db.Templates.CountAsync()));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { GenericEditions.First, "template-version-not-higher" },
        { GenericEditions.Numbered(2), "template-unchanged" },
        { " ", "required" },
        { new string('#', PublishTemplate.MaxBytes + 1), "template-too-large" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Publish_WhenNothingNewOrTooMuch_IsRefused(string text, string code)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);

        var refused = await PublishAsync(world, text);

        Assert.Contains(code, refused.Refusals.Select(r => r.Code));
        Assert.Equal(0, await world.ReadAsync(db => db.Templates.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    public async Task Publish_WhenOnlyCommentsDiffer_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var refused = await PublishAsync(world, GenericEditions.Numbered(2) + "\n# a note\n");

        Assert.Equal("template-unchanged", Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Publish_WhenTwoNodesDoSoAtOnce_OneWinsAndTheOtherIsTold(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var both = await Task.WhenAll(
            Task.Run(() => PublishAsync(world, GenericEditions.Later())),
            Task.Run(() => PublishAsync(world, GenericEditions.Later() + "# the other one\n")));

        var loser = Assert.Single(both, b => !b.Succeeded);
        Assert.Contains(loser.Refusals[0].Code, new[] { "template-published-meanwhile", "template-version-not-higher" });
        Assert.Equal(1, await world.ReadAsync(db => db.Templates.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Catalogue_OfAnotherNode_LearnsWhatWasPublishedAndRetired(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var here = world.Services.Root.GetRequiredService<TemplateCatalog>();
        var there = new TemplateCatalog(World.Templates.Now, world.Services.Root.GetRequiredService<TemplateStore>().ReadAsync);

        await PublishAsync(world, GenericEditions.Later());
        Assert.Equal((2, 1), (here.Current("generic")!.Version, there.Current("generic")!.Version));
        await there.RefreshAsync(default);
        Assert.Equal(2, there.Current("generic")!.Version);

        var before = there.Now;
        await there.RefreshAsync(default);
        Assert.Same(before, there.Now);

        await world.AsAsync<RetireTemplate, Outcome<Done>>(Role.Administrator, r => r.RetireAsync("generic", 2, default));
        await there.RefreshAsync(default);
        Assert.Equal(1, there.Current("generic")!.Version);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Catalogue_WhenAProjectIsPinnedToWhatItDoesNotKnow_FetchesIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var there = new TemplateCatalog(World.Templates.Now, world.Services.Root.GetRequiredService<TemplateStore>().ReadAsync);
        await PublishAsync(world, GenericEditions.Later());

        Assert.Equal(300, there.Get("generic", 2).State(StateCodes.Preparation).ExpectedDays);
        Assert.Throws<InvalidOperationException>(() => there.Get("generic", 3));
    }

    /// <summary>"A donor can be added without code": copy the general template, give it an id, put it into the folder, start.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Donor_WhenItsFileIsPutIntoTheFolder_CanBeWorkedWith(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("projectcycle-donor-");
        try
        {
            var text = GenericEditions.Replaced(GenericEditions.First, "id: generic\n", "id: jica\n");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "jica.yaml"), text);
            await using var world = await World.CreateAsync(provider);
            var (set, faults) = await world.Services.InScopeAsync(s => TemplateStartup.LoadAsync(
                s.GetRequiredService<AppDbContext>(), folder.FullName, world.Clock, default));
            Assert.Empty(faults);
            Assert.NotNull(set!.Current("jica"));
            await world.Services.Root.GetRequiredService<TemplateCatalog>().RefreshAsync(default);

            var code = await world.RegisterAsync("JMB-01", "jica");
            await world.SupplyAsync(code, MoveKind.Advance);

            Assert.Equal(StateCodes.Preparation, (await world.MoveAsync(code, MoveKind.Advance)).Value.To);
            Assert.Equal("jica", (await world.ViewAsync(code))!.Template.Id);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static Task<Outcome<CycleTemplate>> PublishAsync(World world, string text) =>
        world.AsAsync<PublishTemplate, Outcome<CycleTemplate>>(Role.Administrator, p => p.HandleAsync("generic.yaml", text, default));
}
