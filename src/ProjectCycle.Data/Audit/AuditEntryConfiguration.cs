using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Audit;

namespace ProjectCycle.Data.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.UserName).HasMaxLength(200);
        entry.Property(e => e.Address).HasMaxLength(64);
        entry.Property(e => e.Entity).HasMaxLength(60);
        entry.Property(e => e.EntityId).HasMaxLength(200);
        entry.Property(e => e.Action).HasMaxLength(10);
        entry.HasIndex(e => new { e.ProjectId, e.At });
        entry.HasIndex(e => e.At);
    }
}
