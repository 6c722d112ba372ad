using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Data.Tests.Schema;

/// <summary>What goes in comes out the same on both databases.</summary>
public sealed class ColumnTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Instant_WhenReadBack_IsTheSameMomentAndUtc(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        await database.AddAsync(unit, Samples.Project(unit));

        await using var db = database.Open();
        var read = (await db.Projects.SingleAsync()).RegisteredAt;

        Assert.Equal(FakeClock.Start, read);
        Assert.Equal(DateTimeKind.Utc, read.Kind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Instants_WhenComparedInSql_AreOrderedByTime(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var morning = FakeClock.Start;
        await using (var earlier = database.Open(new FakeClock(morning)))
        {
            earlier.Add(Samples.Partner("first"));
            await earlier.SaveChangesAsync();
        }
        await using (var later = database.Open(new FakeClock(morning.AddMilliseconds(1))))
        {
            later.Add(Samples.Partner("second"));
            await later.SaveChangesAsync();
        }

        await using var db = database.Open();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.At > morning));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.At >= morning));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Enum_WhenStored_IsItsName(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Samples.Partner("Kota Kembar", PartnerKind.ForeignCity));

        await using var db = database.Open();
        Assert.Equal("ForeignCity", await db.Database.SqlQuery<string>($"""SELECT "Kind" AS "Value" FROM "Partners" """).SingleAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task BusinessDates_WhenReadBack_AreTheSameDays(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit(zone: IndonesianZone.Wit);
        var dates = new KeyDates(null, new DateOnly(2026, 2, 28), new DateOnly(2028, 2, 29), new DateOnly(2100, 12, 31), null);
        await database.AddAsync(unit, Samples.Project(Samples.Details(unit) with { Dates = dates }));

        await using var db = database.Open();
        var project = await db.Projects.SingleAsync(p => p.Dates.EffectiveOn > p.Dates.SignedOn);

        Assert.Equal(dates, project.Dates);
        Assert.Equal("Pengelolaan sampah", project.Name.Id);
    }

    [Theory]
    [OnSqlite(long.MaxValue), OnPostgres(long.MaxValue)]
    [OnSqlite(1340000000L), OnPostgres(1340000000L)]
    public async Task Money_WhenReadBack_IsExact(DatabaseProvider provider, long minorUnits)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var unit = Samples.Unit();
        var money = new Money(minorUnits, Currencies.All["EUR"]);
        await database.AddAsync(unit, Samples.Project(Samples.Details(unit) with { Amounts = [(AmountKind.Agreement, money)] }));

        await using var db = database.Open();
        Assert.Equal(money, (await db.Set<ProjectAmount>().SingleAsync()).Money);
    }
}
