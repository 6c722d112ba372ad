using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Deadlines;

internal sealed class DeadlineConfiguration : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> deadline)
    {
        deadline.ToTable("Deadlines");
        deadline.ComplexProperty(d => d.Title);
        deadline.Property(d => d.RuleCode).HasMaxLength(60);
        deadline.Property(d => d.Occurrence).HasMaxLength(10);
        deadline.Property(d => d.PartCode).HasMaxLength(40);
        deadline.Property(d => d.StageCode).HasMaxLength(40);
        deadline.Property(d => d.Offsets).HasMaxLength(200);
        deadline.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId);
        deadline.HasOne<Document>().WithMany().HasForeignKey(d => d.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        deadline.HasOne<User>().WithMany().HasForeignKey(d => d.ResponsibleId).OnDelete(DeleteBehavior.Restrict);

        // Open deadlines by date (reminders, home, overdue projects) and by project (next deadline of a list row),
        // each answered from the index alone; all of a project for its page.
        const string open = "\"DoneOn\" IS NULL AND \"CancelledAt\" IS NULL";
        deadline.HasIndex(d => new { d.DueOn, d.ProjectId }).HasFilter(open);
        deadline.HasIndex(d => new { d.ProjectId, d.DueOn }).HasFilter(open);
        deadline.HasIndex(d => d.ProjectId);

        // The nearest of all, done and cancelled ones too, for calendars of those who see every project.
        deadline.HasIndex(d => d.DueOn);

        // Two saves at once cannot begin the same deadline twice.
        deadline.HasIndex(d => new { d.ProjectId, d.RuleCode, d.Occurrence }).IsUnique().HasFilter($"{open} AND \"RuleCode\" IS NOT NULL");

        // Which steps there are at all, so that planning knows how far ahead it has to read.
        deadline.HasIndex(d => d.Offsets).HasFilter(open);
    }
}

internal sealed class CalendarAddressConfiguration : IEntityTypeConfiguration<CalendarAddress>
{
    public void Configure(EntityTypeBuilder<CalendarAddress> address)
    {
        address.ToTable("CalendarAddresses");
        address.HasKey(a => a.PersonId);
        address.Property(a => a.SecretHash).HasMaxLength(64);
        address.HasOne<User>().WithOne().HasForeignKey<CalendarAddress>(a => a.PersonId);
        address.HasIndex(a => a.SecretHash).IsUnique();
    }
}

internal sealed class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.ToTable("Holidays");
        holiday.ComplexProperty(h => h.Name);
        holiday.Property(h => h.Kind).HasMaxLength(20);
        holiday.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId);
        holiday.HasIndex(h => new { h.Date, h.UnitId });
    }
}
