using Microsoft.AspNetCore.Identity;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;

namespace ProjectCycle.Features.Demo;

/// <summary>What the benchmark seeder made.</summary>
/// <param name="Mail">The mail address of a manager who reaches every project.</param>
public sealed record BenchmarkSeeded(int Projects, int Deadlines, string Mail);

/// <summary>
/// Fills an empty database with many made-up projects, to measure with. The same number on the same day makes the same rows,
/// apart from their ids. Written past the use cases, in batches and without audit: minutes would become hours.
/// </summary>
public sealed class BenchmarkSeed(AppDbContext db, FileStore files, TemplateCatalog templates, IPasswordHasher<User> passwords, TimeProvider clock)
{
    /// <summary>Signs in as a manager of all units.</summary>
    public const string Mail = "bench@demo.local";

    private const int RandomSeed = 20_150_610;
    private const int Units = 40;
    private const int Partners = 60;
    private const int PeoplePerUnit = 5;
    private const int ProjectsPerBatch = 200;

    /// <summary>Refused with <c>data-not-empty</c> when there is something already.</summary>
    /// <param name="projects">How many projects.</param>
    /// <param name="password">Of <see cref="Mail"/> and all the others.</param>
    /// <param name="cancellation">Stops it; what is written by then stays.</param>
    public async Task<Outcome<BenchmarkSeeded>> FillAsync(int projects, string password, CancellationToken cancellation)
    {
        if (!await db.IsEmptyAsync(cancellation))
            return new Refusal("data-not-empty");

        var open = SameDatabase.WithoutTrail(db);
        var world = await WorldAsync(password, cancellation);
        await AddAsync(open, [.. world.Units, .. world.People, .. world.Partners, .. world.Agreements], cancellation);
        var maker = new BenchmarkProjects(world, templates.Current(), new Random(RandomSeed), IndonesianZone.Wib.Today(clock));
        foreach (var batch in Enumerable.Range(0, projects).Chunk(ProjectsPerBatch))
            await AddAsync(open, [.. batch.SelectMany(maker.Make)], cancellation);
        return new BenchmarkSeeded(projects, projects * BenchmarkProjects.DeadlinesEach, Mail);
    }

    /// <summary>A fresh context for each batch: one that remembers all earlier rows becomes slower with each.</summary>
    private static async Task AddAsync(Func<AppDbContext> open, IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        await using var batch = open();
        batch.ChangeTracker.AutoDetectChangesEnabled = false;
        batch.AddRange(rows);
        await batch.SaveChangesAsync(cancellation);
    }

    private async Task<BenchmarkWorld> WorldAsync(string password, CancellationToken cancellation)
    {
        var units = MakeUnits();
        var partners = BenchmarkNames.Partners.Take(Partners).ToList();
        using var sample = new MemoryStream(SamplePdf.Write("Contoh / sample", ["Untuk pengukuran. / For measuring."]));
        return new BenchmarkWorld(
            units,
            MakePeople(units, password),
            partners,
            [.. partners.Select((partner, i) => new Agreement { PartnerId = partner.Id, Number = $"BENCH-{i + 1:D3}", Title = $"Framework agreement {i + 1}" })],
            await files.SaveAsync(sample, cancellation));
    }

    /// <summary>Regencies and cities from all over the country.</summary>
    private static List<Unit> MakeUnits()
    {
        var regions = ReferenceData.Regions.Values.Where(region => region.Code.Contains('.', StringComparison.Ordinal)).ToList();
        return [.. Enumerable.Range(0, Units).Select(i => regions[i * regions.Count / Units]).Select((region, i) => new Unit
        {
            Code = $"B{i + 1:D2}",
            Name = $"PMU {region.Name}",
            RegionCode = region.Code,
            Zone = BenchmarkNames.ZoneOf(region.Code),
        })];
    }

    /// <summary>Five people in each unit and one manager of them all. One hash for all: making 200 would take half a minute.</summary>
    private List<User> MakePeople(List<Unit> units, string password)
    {
        Role[] roles = [Role.Manager, Role.Staff, Role.Staff, Role.Finance, Role.Reviewer];
        var people = Enumerable.Range(0, units.Count * PeoplePerUnit)
            .Select(i => Person($"user{i + 1:D3}@demo.local", BenchmarkNames.Person(i), roles[i % PeoplePerUnit], units[i / PeoplePerUnit]))
            .Append(Person(Mail, "Kepala semua PMU (contoh)", Role.Manager, [.. units]))
            .ToList();
        var hash = passwords.HashPassword(people[0], password);
        people.ForEach(person => person.PasswordHash = hash);
        return people;
    }

    private static User Person(string mail, string name, Role role, params IReadOnlyList<Unit> units)
    {
        var person = new User
        {
            DisplayName = name,
            Email = mail,
            UserName = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            NormalizedUserName = mail.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
        };
        person.Roles.Add(new UserRole { UserId = person.Id, Role = role });
        person.Units.AddRange(units.Select(unit => new UnitMembership { UserId = person.Id, UnitId = unit.Id }));
        return person;
    }
}

/// <summary>What the projects of the benchmark share.</summary>
/// <param name="File">The one file that every document of the benchmark points at.</param>
internal sealed record BenchmarkWorld(
    IReadOnlyList<Unit> Units, IReadOnlyList<User> People, IReadOnlyList<Partner> Partners, IReadOnlyList<Agreement> Agreements, StoredFile File);
