package nl.gebiedsmonitor.domain;

/**
 * A fact that is stored for ever. Each stream lists its events in one sealed interface that extends this one; the
 * stored name of an event is logical ({@code manifest-signed}) and survives a move of its class.
 */
public interface DomainEvent {}
