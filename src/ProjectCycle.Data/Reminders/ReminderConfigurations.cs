using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Data.Reminders;

internal sealed class ReminderDeliveryConfiguration : IEntityTypeConfiguration<ReminderDelivery>
{
    public void Configure(EntityTypeBuilder<ReminderDelivery> delivery)
    {
        delivery.ToTable("ReminderDeliveries");

        // The natural key, because rows are inserted in the order of their key: nodes that plan at once then lock rows in
        // the same order and wait for each other instead of blocking each other.
        delivery.HasKey(d => new { d.DeadlineId, d.DueOn, d.Offset, d.RecipientId, d.Channel });
        delivery.Property(d => d.Suppressed).HasMaxLength(40);
        delivery.HasOne<Deadline>().WithMany().HasForeignKey(d => d.DeadlineId);
        delivery.HasOne<OutgoingMail>().WithMany().HasForeignKey(d => d.MailId);
        delivery.HasOne<User>().WithMany().HasForeignKey(d => d.RecipientId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasOne<User>().WithMany().HasForeignKey(d => d.DelegateId).OnDelete(DeleteBehavior.Restrict);

        // The ledger, newest first.
        delivery.HasIndex(d => new { d.OwedOn, d.DeadlineId });
    }
}

internal sealed class ReminderPolicyConfiguration : IEntityTypeConfiguration<ReminderPolicy>
{
    public void Configure(EntityTypeBuilder<ReminderPolicy> policy)
    {
        policy.ToTable("ReminderPolicies");
        policy.HasIndex(p => p.Key).IsUnique();
        policy.Property(p => p.Key).HasMaxLength(160);
        policy.Property(p => p.TemplateId).HasMaxLength(60);
        policy.Property(p => p.Kind).HasMaxLength(60);
        policy.Property(p => p.Offsets).HasMaxLength(200);
        policy.Property(p => p.Audience).HasMaxLength(100);
        policy.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        policy.Ignore(p => p.Roles);
        policy.Ignore(p => p.IsDefault);
    }
}

internal sealed class LeaveConfiguration : IEntityTypeConfiguration<Leave>
{
    public void Configure(EntityTypeBuilder<Leave> leave)
    {
        leave.ToTable("Leaves");
        leave.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Restrict);
        leave.HasOne<User>().WithMany().HasForeignKey(l => l.DelegateId).OnDelete(DeleteBehavior.Restrict);
        leave.HasIndex(l => new { l.UserId, l.Until });
    }
}
