using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Deadlines;

public sealed class DeadlineMonthTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_OfAMonth_HoldsEveryDayWithItsFirstDeadlinesAndTheirNumber(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, world.Unit, [March.AddDays(-1), March, .. Enumerable.Repeat(March.AddDays(9), 7), March.AddMonths(1)]);
        await AddAsync(world, world.OtherUnit, [March.AddDays(9)]);
        await world.WriteAsync(async db => (await db.Deadlines.FirstAsync(d => d.DueOn == March)).MarkDone(March, ""));

        var days = await LoadAsync(world, Role.Staff);

        Assert.Equal(Enumerable.Range(0, 31).Select(March.AddDays), days.Select(d => d.Date));
        Assert.Equal([(March.AddDays(9), 4, 7, 3)], days.Where(d => d.Count > 0).Select(d => (d.Date, d.Deadlines.Count, d.Count, d.More)));
        Assert.All(days[9].Deadlines, d => Assert.Equal(("IN", new LocalText("Progress report", "Laporan kemajuan")), (d.ProjectCode[..2], d.Title)));
        Assert.Equal(8, (await LoadAsync(world, Role.Auditor))[9].Count);
        Assert.Equal(0, (await LoadAsync(world, Role.Staff, mine: true))[9].Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_OfDaysOff_NamesThoseOfEverybodyAndOfOnesOwnUnits(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.WriteAsync(db =>
        {
            db.AddRange(Off(19, "Nyepi", null), Off(20, "HUT", world.Unit), Off(23, "Lain", world.OtherUnit));
            return Task.CompletedTask;
        });

        var days = await LoadAsync(world, Role.Staff);

        Assert.Equal([(19, "Nyepi"), (20, "HUT")], days.SelectMany(d => d.DaysOff.Select(name => (d.Date.Day, name.Id))));
        Assert.Equal([1, 7, 8, 14, 15, 19, 20, 21, 22, 28, 29], days.Where(d => d.IsOff).Select(d => d.Date.Day));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Load_HoweverFullTheMonth_AsksTwice(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        world.Services.Queries.Reset();
        await LoadAsync(world, Role.Staff);
        Assert.Equal(2, world.Services.Queries.Count);

        await AddAsync(world, world.Unit, [.. Enumerable.Range(0, 300).Select(i => March.AddDays(i % 31))]);
        world.Services.Queries.Reset();
        await LoadAsync(world, Role.Staff);
        Assert.Equal(2, world.Services.Queries.Count);
    }

    private static Holiday Off(int day, string name, Unit? unit) =>
        new() { Date = new DateOnly(2026, 3, day), Name = new LocalText("", name), Kind = unit is null ? "national" : "own", UnitId = unit?.Id };

    private static Task<IReadOnlyList<CalendarDay>> LoadAsync(World world, Role role, bool mine = false) =>
        world.AsAsync<DeadlineMonth, IReadOnlyList<CalendarDay>>(role, month => month.LoadAsync(March, mine, default));

    private static Task AddAsync(World world, Unit unit, DateOnly[] dates) => world.WriteAsync(db =>
    {
        var project = Samples.Project(unit, unit == world.Unit ? "IN-1" : "OUT-1");
        db.Add(project);
        db.AddRange(dates.Select(date => Samples.Deadline(project, date)));
        return Task.CompletedTask;
    });
}
